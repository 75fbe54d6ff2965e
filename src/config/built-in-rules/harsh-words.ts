/** Words of anger: alone they need a look; in front of many readers they need one soon. */
import type { Rule } from '../../domain/policy.js';
import { spoken } from './spoken.js';

const HARSH = spoken({
  en: `
    scam, scams, scammed, scammer, scammers, scamming, rip-off, rip off, ripped off, ripoff, thieves,
    con artists, fraud, fraudulent, disgusting, disgusted, disgraceful, appalling, unacceptable,
    furious, worst service, worst company, worst experience, worst customer service,
    worst customer support, poor customer service, terrible customer service, horrible customer service, awful customer service, terrible service, terrible experience, terrible company, horrible service,
    horrible experience, awful service, awful experience, stay away from, avoid this company,
    avoid at all costs, shame on you`,
  de: `
    betrug, betrüger, abzocke, frechheit, skandalös, eine katastrophe, katastrophal*, inakzeptabel,
    unter aller sau, schlechtester service, finger weg`,
  fr: `
    arnaque*, escroc*, voleurs, scandaleu*, inadmissible, inacceptable*, honteu*, une honte,
    catastrophique*`,
  es: `
    estafa, estafas, estafadores, estafado, ladrones, una vergüenza, vergonzoso, inaceptable, pésimo,
    pésima, un desastre`,
  it: `
    truffa, truffe, truffatori, ladri, una vergogna, vergognos*, inaccettabile, pessimo, pessima,
    scandaloso`,
  pt: `
    fraude, burlões, ladrões, uma vergonha, inaceitável, péssimo, péssima, um absurdo, enganação`,
  nl: `
    oplichting, oplichters, afzetters, schandalig, schandalige, onacceptabel, waardeloos, waardeloze,
    belachelijk`,
});

const UNHAPPY = spoken({
  en: `
    terrible, awful, horrible, worst, disappointed, disappointing, hate, angry, boycott, useless,
    broken, bad service, poor service, do better`,
  de: 'enttäuscht, enttäuschend, schrecklich, furchtbar, miserabel, schlechter service, wütend',
  fr: 'déçu, déçue, décevant, décevante, horrible, mauvais service, lamentable',
  es: 'decepcionado, decepcionada, decepcionante, terrible, mal servicio, lamentable',
  it: 'deluso, delusa, deludente, terribile, orribile',
  pt: 'decepcionado, decepcionada, dececionado, dececionante, horrível, terrível',
  nl: 'teleurgesteld, teleurstellend, vreselijk, verschrikkelijk, slechte service',
});

/** What makes a post in front of many readers a complaint. */
export const COMPLAINING: readonly string[] = [...new Set([...HARSH, ...UNHAPPY])];

export const NOT_COMPLAINING = spoken({
  en: `
    not a scam, no scam, not the worst, not disappointed, never disappointed, not terrible, not bad,
    hate to leave, scam warning, fraud prevention, fraud protection, not unacceptable,
    broken promise free`,
  de: 'kein betrug, keine abzocke, nicht enttäuscht, nie enttäuscht',
  fr: 'pas une arnaque, pas déçu, pas déçue, jamais déçu',
  es: 'no es una estafa, no decepciona',
  it: 'non è una truffa, mai deluso',
  nl: 'niet teleurgesteld, geen oplichting',
});

export const HARSH_RULES: readonly Rule[] = [
  {
    name: 'harsh words',
    when: { says: HARSH, saysExcept: NOT_COMPLAINING },
    severity: 'normal',
    reason: 'says {said}',
  },
];
