import type { Rule } from '../../domain/policy.js';
import { spoken } from './spoken.js';

const THREAT = spoken({
  en: `
    suing, sue you, sue your *, i will sue, i'll sue, we will sue, we'll sue, going to sue,
    legal action, legal proceedings, take you to court, taking you to court, see you in court,
    small claims, hear from my lawyer*, hear from my attorney*, hear from my solicitor*, hearing from my attorney*, hearing from my solicitor*, hear from our lawyer*,
    hearing from my lawyer*, hearing from our lawyer*`,
  de: `
    verklage*, rechtliche schritte, rechtlichen schritte, rechtlichen schritten, vor gericht,
    klage einreichen, anzeige erstatten, strafanzeige, sammelklage, rechtsstreit`,
  fr: `
    poursuites judiciaires, poursuivre en justice, poursuivrai en justice, porter plainte,
    porterai plainte, porte plainte, action en justice, saisir la justice, mise en demeure,
    devant le tribunal, devant les tribunaux`,
  es: `
    voy a demandar, vamos a demandar, los demandaré, les demandaré, demandarlos, demandarles,
    demanda judicial, acciones legales, los tribunales, juzgado, voy a denunciar, denunciarlos,
    denunciarles`,
  it: `
    azioni legali, azione legale, vie legali, in tribunale, denuncerò, denunciarvi, querela,
    citare in giudizio, farò causa, faremo causa`,
  pt: `
    vou processar, vamos processar, processar vocês, processar-vos, processar a empresa, ação judicial,
    ações judiciais, medidas legais, ações legais, em tribunal, na justiça, queixa-crime`,
  nl: `
    juridische stappen, gerechtelijke stappen, rechtszaak, naar de rechter, voor de rechter, aanklagen,
    klaag jullie aan, aangifte doen, doe aangifte`,
});

const NO_THREAT = spoken({
  en: 'no legal action, not going to sue, not suing, without legal action',
  de: 'keine rechtlichen schritte, nicht verklagen, nicht vor gericht',
  fr: 'sans porter plainte, pas porter plainte',
  es: 'no voy a demandar, no voy a denunciar',
  it: 'senza azioni legali',
  pt: 'não vou processar',
  nl: 'geen juridische stappen',
});

const LAWYER_OR_REGULATOR = spoken({
  en: `
    lawsuit, class action, lawyer*, attorney*, solicitor*, ombudsman, ombudsperson, regulator, better business bureau, bbb,
    trading standards, consumer protection, consumer rights, cfpb, ofcom, ofgem,
    financial conduct authority, citizens advice`,
  de: `
    anwalt, anwältin, anwalts*, rechtsanwalt*, verbraucherzentrale, verbraucherschutz*, ombudsmann,
    ombudsstelle, schlichtungsstelle, aufsichtsbehörde, bundesnetzagentur, bafin`,
  fr: `
    mon avocat, mon avocate, notre avocat, mes avocats, médiateur, répression des fraudes, dgccrf,
    ufc que choisir, 60 millions de consommateurs`,
  es: `
    abogado*, abogada*, defensor del consumidor, defensa del consumidor, oficina del consumidor,
    hoja de reclamaciones, hojas de reclamaciones, facua, profeco`,
  it: `
    avvocat*, associazione consumatori, associazione dei consumatori, altroconsumo, codacons, agcom,
    garante della privacy`,
  pt: 'advogad*, procon, reclame aqui, livro de reclamações, defesa do consumidor, deco proteste',
  nl: `
    advocaat, advocaten, ombudsman, consumentenbond, geschillencommissie, rechtsbijstand,
    toezichthouder`,
});

const NO_LAWYER = spoken({
  en: `
    not a lawyer, no lawyer needed, power of attorney, no need for a lawyer, don't need a lawyer`,
  de: 'kein anwalt, ohne anwalt',
});

const PRESS = spoken({
  en: 'go to the press, going to the press, contact the press, contact the media, to the media',
  de: 'an die presse, an die medien',
  fr: 'contacter la presse, alerter la presse, contacter les médias',
  es: 'a la prensa, a los medios',
  it: 'alla stampa, ai giornali',
  pt: 'à imprensa, para a imprensa',
  nl: 'naar de pers, naar de media',
});

/** Courts, lawyers, regulators and the press. */
export const LEGAL_RULES: readonly Rule[] = [
  {
    name: 'legal: threat',
    when: { says: THREAT, saysExcept: NO_THREAT },
    severity: 'critical',
    theme: 'legal',
    reason: 'says {said}, which sounds like legal steps',
  },
  {
    name: 'legal: lawyer or regulator',
    when: { says: LAWYER_OR_REGULATOR, saysExcept: NO_LAWYER },
    severity: 'high',
    theme: 'legal',
    reason: 'says {said}',
  },
  {
    name: 'press',
    when: { says: PRESS },
    severity: 'high',
    theme: 'reputation',
    reason: 'says {said}, so this may become public',
  },
];
