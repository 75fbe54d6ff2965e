/**
 * The language of a text by the little words that every sentence needs, for the languages that the rules speak, and by its script for
 * others. One function, so that a package can stand in its place.
 */

/** ISO 639-1, as far as it can be told. */
export type DetectLanguage = (text: string) => string | undefined;

const LOOKED_AT_CHARACTERS = 600;
const WORDS = /[\p{L}\p{M}]+/gu;

const LITTLE_WORDS: Readonly<Record<string, string>> = {
  en: `a i the and is are was were to of it that this with for have has had my your our you i we they not but be been on at what when
    who how do does did can will would there from by an in so just never again me all out up every which after no as if its than
    like get got go take some any here was where one more very really please thanks thank his her him she he they their them`,
  de: `der die das und ist sind war nicht ich wir ihr sie ein eine einen mit für auf zu den dem von im auch aber wie was haben habe hat
    mein meine noch nur bei uns euch als nach wird werden kein keine seit sehr bin es um dass über nie immer wieder am`,
  fr: `le la les et est sont une des du je nous vous il elle pas ne que qui dans pour sur avec mon ma mes ce cette mais au aux plus
    très être avoir été ont ai à par jamais toujours depuis on sans encore même était`,
  es: `el la los las y es son una que no en para con por mi su pero muy más del al se lo me nos este esta hace está están ha he han
    como cuando donde desde nunca siempre todo sin ya llevo a qué`,
  it: `il lo gli e è sono una che non in per con mio mia ma molto più del della al si mi ci questo questa ha ho hanno come quando dove
    da mai sempre tutto senza già dal nel alla anche di un era`,
  pt: `o os as e é são uma que não em para com por meu minha mas muito mais do da no na se me nos este esta há está estou foi tem
    como quando onde desde nunca sempre tudo sem já ao um de à dos`,
  nl: `de het en is zijn een niet ik wij we jullie zij met voor op te van dat die ook maar hoe wat heb heeft mijn nog naar bij ons als
    wordt geen sinds heel al om over nooit altijd weer was er dit hebben zo`,
};

const BY_SCRIPT: readonly (readonly [RegExp, string])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'ja'],
  [/\p{Script=Hangul}/u, 'ko'],
  [/\p{Script=Han}/u, 'zh'],
  [/\p{Script=Arabic}/u, 'ar'],
  [/\p{Script=Hebrew}/u, 'he'],
  [/\p{Script=Greek}/u, 'el'],
  [/\p{Script=Thai}/u, 'th'],
  [/\p{Script=Devanagari}/u, 'hi'],
  [/\p{Script=Cyrillic}/u, 'ru'],
];

/** In little words that only one language has. That a text is not English is said on the card, so it takes more. */
const ENOUGH = { english: 0.5, other: 1 };

const LANGUAGES_OF = languagesOf();

export const detectLanguage: DetectLanguage = (text) => {
  const words = text.slice(0, LOOKED_AT_CHARACTERS).toLowerCase().match(WORDS) ?? [];
  const inLatin = words.filter((word) => /^\p{Script=Latin}/u.test(word)).length;
  if (inLatin * 2 < words.length)
    return BY_SCRIPT.find(([script]) => words.some((word) => script.test(word)))?.[1];
  const counts = new Map<string, number>();
  for (const word of words) {
    const languages = LANGUAGES_OF.get(word) ?? [];
    // A word of many languages says little of each.
    for (const language of languages)
      counts.set(language, (counts.get(language) ?? 0) + 1 / languages.length);
  }
  const [first, second] = [...counts].toSorted(([, a], [, b]) => b - a);
  const enough = first?.[0] === 'en' ? ENOUGH.english : ENOUGH.other;
  if (!first || first[1] < enough || first[1] === second?.[1]) return undefined;
  return first[0];
};

function languagesOf(): ReadonlyMap<string, readonly string[]> {
  const known = new Map<string, string[]>();
  for (const [language, words] of Object.entries(LITTLE_WORDS)) {
    for (const word of new Set(words.split(/\s+/u))) known.set(word, [...(known.get(word) ?? []), language]);
  }
  return known;
}
