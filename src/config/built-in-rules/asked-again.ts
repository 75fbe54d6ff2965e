import type { Rule } from '../../domain/policy.js';
import { spoken } from './spoken.js';

const TIMES = ['second', '2nd', 'third', '3rd', 'fourth', '4th', 'fifth', '5th', 'tenth', '10th'];
/** Not every third time is a complaint: what was done for the third time must be asking. */
const ASKING = spoken({
  en: `
    i call*, i'm call*, i am call*, i've call*, i have call*, i ask*, i'm asking, i've asked,
    i have asked, i write, i'm writing, i've written, i have written, i email*, i've email*,
    i contact*, i've contact*, i have contact*, i've had to, i have had to, i had to, we've call*,
    we've asked, we've contact*, we've had to, we have had to`,
});

const ASKED_AGAIN = spoken({
  en: `
    still waiting, still no reply, still no response, still no answer, still nothing, no reply,
    no response, no one has replied, nobody has replied, no one answers, nobody answers,
    nobody replies, never replied, never responded, never got back to me, hasn't got back to me,
    not got back to me, ignored my *, ignoring my *, ignoring me, keep asking, how many times,
    called multiple times, called several times, called three times, called many times,
    asked several times, asked multiple times, emailed several times, emailed three times,
    waiting for weeks, waiting for months, on hold for`,
  de: `
    rufe zum zweiten mal, rufe zum dritten mal, rufe jetzt zum dritten mal, schreibe zum dritten mal,
    frage zum dritten mal, zum dritten mal angerufen, zum dritten mal geschrieben,
    zum wiederholten mal, immer noch keine antwort, immer noch keine rückmeldung, warte immer noch,
    warte noch immer, warte seit, keine antwort, keine rückmeldung, mehrfach angerufen,
    mehrmals angerufen, niemand meldet sich, niemand antwortet, in der warteschleife`,
  fr: `
    deuxième fois que j'*, deuxième fois que je vous *, troisième fois que j'*,
    troisième fois que je vous *, 3e fois que j'*, toujours pas de réponse, toujours aucune réponse,
    sans réponse, aucune réponse, j'attends toujours, personne ne répond`,
  es: `
    segunda vez que llamo, segunda vez que escribo, tercera vez que llamo, tercera vez que escribo,
    tercera vez que reclamo, tercera vez que pregunto, cuarta vez que llamo, sigo esperando,
    todavía estoy esperando, nadie responde, nadie me responde, nadie contesta, sin respuesta,
    ninguna respuesta`,
  it: `
    seconda volta che chiamo, terza volta che chiamo, terza volta che scrivo, terza volta che vi *,
    sto ancora aspettando, aspetto ancora, ancora in attesa, nessuna risposta, nessuno risponde,
    nessuno mi risponde`,
  pt: `
    segunda vez que ligo, terceira vez que ligo, terceira vez que escrevo, terceira vez que reclamo,
    terceira vez que entro em contato, ainda estou à espera, continuo à espera, ainda estou esperando,
    ninguém responde, ninguém me responde, sem resposta, nenhuma resposta`,
  nl: `
    tweede keer dat ik bel, derde keer dat ik bel, derde keer dat ik mail, derde keer dat ik contact*,
    wacht nog steeds, wacht al weken, nog steeds geen antwoord, nog steeds geen reactie, geen antwoord,
    geen reactie, niemand reageert, niemand neemt op`,
});

const NTH_TIME = TIMES.flatMap((time) => ASKING.map((asking) => `${time} time ${asking}`));

const ANSWERED = spoken({
  en: `
    no reply needed, no response needed, no need to reply, no reply necessary, no longer still waiting`,
  de: 'keine antwort nötig, keine antwort notwendig, keine antwort erforderlich',
  fr: 'aucune réponse nécessaire',
});

/** People who had to ask more than once. */
export const ASKED_AGAIN_RULES: readonly Rule[] = [
  {
    name: 'asked again',
    when: { says: [...ASKED_AGAIN, ...NTH_TIME], saysExcept: ANSWERED },
    severity: 'normal',
    reason: 'says {said}, so this is not the first time',
  },
];
