/** Forms that some fields should have. A value of another form is harmless, so it is not refused; it is only not taken for what it is not. */

/** The value as we keep it; undefined where it has not the form. */
export type Form = (text: string) => string | undefined;

const EMAIL = /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+$/u;
const CURRENCY = /^[a-z]{3}$/iu;
const LANGUAGE = /^[a-z]{2,3}(?:[-_][a-z0-9]{2,8}){0,3}$/iu;

/** "n/a" must not become the address that a hundred customers share. */
export const emailAddress: Form = (text) => (EMAIL.test(text) ? text : undefined);

export const currency: Form = (text) => (CURRENCY.test(text) ? text.toUpperCase() : undefined);

export const languageTag: Form = (text) => (LANGUAGE.test(text) ? text.replaceAll('_', '-') : undefined);

const KNOWN_ZONES_LIMIT = 1_000;
const knownZones = new Map<string, boolean>();

/** An IANA name that this Node knows: asking costs 50 µs, so the answers are kept. */
export const timeZone: Form = (text) => {
  let known = knownZones.get(text);
  if (known === undefined) {
    known = isTimeZone(text);
    if (knownZones.size >= KNOWN_ZONES_LIMIT) knownZones.clear();
    knownZones.set(text, known);
  }
  return known ? text : undefined;
};

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
