/**
 * Watched phrases by language, each language one text with commas between the phrases.
 * Every phrase is looked for in every text, because few senders name the language.
 */
type Spoken = Readonly<Partial<Record<'en' | 'de' | 'fr' | 'es' | 'it' | 'pt' | 'nl', string>>>;

/** All phrases of all languages, for a rule's `says`. */
export function spoken(phrases: Spoken): readonly string[] {
  return [...new Set(Object.values(phrases).flatMap(phrasesIn))];
}

function phrasesIn(text: string): readonly string[] {
  return text.split(',').map((phrase) => phrase.replace(/\s+/gu, ' ').trim());
}
