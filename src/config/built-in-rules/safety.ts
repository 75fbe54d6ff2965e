import type { Rule } from '../../domain/policy.js';
import { spoken } from './spoken.js';

const HARM = spoken({
  en: `
    was injured, were injured, got injured, been injured, injured my *, injured her *,
    injured his *, injured himself, injured herself, injured myself, injured by, caused injury, caused an injury,
    serious injury, serious injuries, got hurt, was hurt, were hurt, hurt my *, hurt himself, hurt herself, hurt myself,
    burned my hand*, burnt my hand*, burned my finger*, burnt my finger*, burned my skin, caught fire,
    caught on fire, burst into flames, went up in flames, exploded, electric shock, electrocut*,
    food poisoning, allergic reaction, anaphyla*, ambulance, emergency room, taken to hospital,
    taken to the hospital, went to hospital, went to the hospital, rushed to hospital,
    rushed to the hospital, ended up in hospital, ended up in the hospital, hospitalised, hospitalized,
    carbon monoxide, gas leak, suicid*, kill myself, end my life, choked on,
    could have died, stopped breathing`,
  de: `
    sich verletzt, mich verletzt, wurde verletzt, wurden verletzt, schwer verletzt, leicht verletzt,
    verletzungen, hand verbrannt, finger verbrannt, explodiert, in brand geraten, feuer gefangen,
    ins krankenhaus, im krankenhaus, notaufnahme, notarzt, rettungswagen, stromschlag,
    lebensmittelvergiftung, allergische reaktion, lebensgefahr`,
  fr: `
    blessé, blessée, blessés, blessées, blessure*, à l'hôpital, aux urgences, pris feu, a explosé,
    électrocut*, choc électrique, intoxication alimentaire, réaction allergique, danger de mort,
    brûlure*`,
  es: `
    herido, herida, heridos, lesionado, lesionada, lesiones, al hospital, en el hospital, a urgencias,
    en urgencias, se incendió, prendió fuego, explotó, descarga eléctrica, intoxicación alimentaria,
    reacción alérgica, quemadura*, ambulancia`,
  it: `
    ferito, ferita, feriti, pronto soccorso, in ospedale, preso fuoco, esploso, esplosa,
    scossa elettrica, intossicazione alimentare, reazione allergica, ustion*, ambulanza`,
  pt: `
    ferido, ferida, ferimento*, foi para o hospital, fui para o hospital, parar ao hospital,
    parar no hospital, pronto-socorro, pegou fogo, explodiu, choque elétrico, intoxicação alimentar,
    reação alérgica, queimadura*, ambulância`,
  nl: `
    gewond, verwond, naar het ziekenhuis, in het ziekenhuis, spoedeisende hulp, vlam gevat,
    in brand gevlogen, vloog in brand, ontploft, elektrische schok, voedselvergiftiging,
    allergische reactie, brandwond*`,
});

const NO_HARM = spoken({
  en: `
    insult to injury, nobody was injured, no one was injured, not injured, no injur*, nobody was hurt,
    no one was hurt, nobody got hurt, no one got hurt, hurt my feelings, hurt my wallet, hurt my eyes,
    exploded with *, exploded in *,
    injury time`,
  de: `
    niemand wurde verletzt, niemand hat sich verletzt, nicht verletzt, hat mich nicht verletzt`,
  fr: "personne n'a été blessé, aucun blessé, aucune blessure",
  es: 'nadie resultó herido, sin heridos, ningún herido',
  it: 'nessun ferito, nessuno è rimasto ferito',
  pt: 'ninguém ficou ferido, sem feridos',
  nl: 'niemand gewond, niemand raakte gewond, niet gewond',
});

const DANGER = spoken({
  en: `
    dangerous, unsafe, safety hazard, fire hazard, health hazard, choking hazard, overheat*,
    started smoking, smoke coming, sparks flew, sparks came, piece of glass, glass in my, contaminated, nearly died, almost died`,
  de: 'gefährlich, lebensgefährlich, brandgefahr, verletzungsgefahr, überhitzt, raucht',
  fr: "dangereux, dangereuse, risque d'incendie, surchauffe",
  es: 'peligroso, peligrosa, es un peligro, echa humo, se sobrecalienta',
  it: 'pericoloso, pericolosa, è un pericolo, si surriscalda',
  pt: 'perigoso, perigosa, é um perigo, sobreaquece, superaquece',
  nl: 'gevaarlijk, brandgevaar, oververhit',
});

const NO_DANGER = spoken({
  en: 'not dangerous, dangerous goods, non dangerous, never unsafe, died laughing, almost died laughing, nearly died laughing',
  de: 'nicht gefährlich, ungefährlich, raucht nicht',
  fr: 'pas dangereux, pas dangereuse',
  es: 'no es peligroso',
  it: 'non è pericoloso',
  pt: 'não é perigoso',
  nl: 'niet gevaarlijk',
});

/** Somebody was or could be hurt. Harm is looked for beside a good score too: no rating makes a burn less urgent. */
export const SAFETY_RULES: readonly Rule[] = [
  {
    name: 'safety: harm',
    when: { says: HARM, saysExcept: NO_HARM, evenWhenHappy: true },
    severity: 'critical',
    theme: 'safety',
    reason: 'says {said}: somebody may be hurt',
  },
  {
    name: 'safety: danger',
    when: { says: DANGER, saysExcept: NO_DANGER },
    severity: 'high',
    theme: 'safety',
    reason: 'says {said}: somebody could be hurt',
  },
];
