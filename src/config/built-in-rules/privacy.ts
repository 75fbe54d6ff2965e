import type { Rule } from '../../domain/policy.js';
import { spoken } from './spoken.js';

const EXPOSED = spoken({
  en: `
    data breach, breach of my data, data leak, leaked my data, leaked my details, leaked my personal,
    leaked my email*, leaked our data, data was leaked, details were leaked, someone else's account,
    someone else's data, someone else's details, someone else's order*, another customer's *,
    other customers' data, other customers' details, other people's data, other people's details,
    identity theft, stole my identity, account was hacked, account got hacked, account has been hacked,
    been hacked, got hacked, unauthorised access, unauthorized access, shared my personal, exposed my`,
  de: `
    datenleck, datenpanne, datenschutzverletzung, datenschutzverstoß, daten von anderen,
    daten anderer kunden, daten eines anderen kunden, konto gehackt, wurde gehackt, gehackt worden,
    identitätsdiebstahl`,
  fr: `
    fuite de données, fuite de mes données, violation de données, compte piraté, été piraté,
    données d'un autre client, données d'autres clients, usurpation d'identité`,
  es: `
    filtración de datos, filtrado mis datos, fuga de datos, hackeado, hackeada, hackearon,
    robo de identidad, suplantación de identidad, datos de otro cliente, datos de otros clientes`,
  it: `
    violazione dei dati, fuga di dati, hackerato, hackerata, furto di identità, furto d'identità,
    dati di un altro cliente, dati di altri clienti`,
  pt: `
    vazamento de dados, vazaram meus dados, fuga de dados, foi hackeada, foi hackeado, hackearam,
    roubo de identidade, dados de outro cliente, dados de outros clientes`,
  nl: `
    datalek, account gehackt, ben gehackt, is gehackt, identiteitsfraude,
    gegevens van een andere klant, gegevens van andere klanten, gegevens van iemand anders`,
});

const NOT_EXPOSED = spoken({
  en: 'no data breach, never been hacked, not been hacked, has never been hacked',
  de: 'kein datenleck, nie gehackt worden',
  nl: 'geen datalek',
});

const REQUEST = spoken({
  en: `
    gdpr, ccpa, delete my data, delete all my data, delete my personal, erase my data,
    right to be forgotten, subject access request, without my consent, sold my data`,
  de: `
    dsgvo, meine daten löschen, daten löschen lassen, löschung meiner daten, auskunft nach art*`,
  fr: 'rgpd, supprimer mes données, suppression de mes données, sans mon consentement',
  es: 'rgpd, borrar mis datos, eliminar mis datos, sin mi consentimiento',
  it: 'cancellare i miei dati, cancellazione dei miei dati, senza il mio consenso',
  pt: `
    lgpd, apagar os meus dados, apagar meus dados, excluir meus dados, sem o meu consentimento`,
  nl: 'avg-verzoek, mijn gegevens verwijderen, mijn gegevens wissen, zonder mijn toestemming',
});

/** Personal data in the wrong hands, or a person asking what becomes of theirs. */
export const PRIVACY_RULES: readonly Rule[] = [
  {
    name: 'privacy: data exposed',
    when: { says: EXPOSED, saysExcept: NOT_EXPOSED },
    severity: 'critical',
    theme: 'privacy',
    reason: 'says {said}: personal data may be in the wrong hands',
  },
  {
    name: 'privacy: request',
    when: { says: REQUEST },
    severity: 'normal',
    theme: 'privacy',
    reason: 'says {said}, which may be a request with a legal time limit',
  },
];
