import { hearText } from '../domain/phrase.js';
import type { FlagWording, Reading, ThemeWording } from '../domain/reading.js';
import type { DetectLanguage } from './detect-language.js';
import { createFindFlags } from './find-flags.js';
import { createFindWordings } from './find-wordings.js';
import type { Judge } from './judge.js';

interface ReaderOptions {
  readonly judge: Judge;
  readonly detectLanguage: DetectLanguage;
  readonly flags: readonly FlagWording[];
  readonly themes: readonly ThemeWording[];
}

const READER = 'the built-in model';
const NAMES = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
const OTHER_THAN_ASCII_LETTER = /(?![a-z])\p{L}/iu;

/** Reads with what Earshot brings: no network, no key, some hundredths of a millisecond a text. */
export function createReader({ judge, detectLanguage, flags, themes }: ReaderOptions) {
  const findFlags = createFindFlags(flags);
  const findThemes = createFindWordings(themes);

  /**
   * `language` is what the sender said it is (BCP 47), which is believed. Each part is read when it is first asked for: who gave a score
   * is seldom asked how the words read.
   */
  return (text: string, language?: string): Reading => {
    const heard = once(() => hearText(text));
    const negative = once(() => judge(text));
    const spoken = once(() => language?.toLowerCase().split(/[-_]/u)[0] ?? detectLanguage(text));
    const doubt = once(() => doubtOf(text, spoken()));
    const found = once(() => findFlags(heard()));
    const themes = once(() => findThemes(heard()).map(({ wording }) => wording.theme));
    return {
      reader: READER,
      get negative() {
        return negative();
      },
      get language() {
        return spoken();
      },
      get doubt() {
        return doubt();
      },
      get flags() {
        return found();
      },
      get themes() {
        return themes();
      },
    };
  };
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** The model learnt from English alone. A few plain words whose language nobody could tell are taken for English. */
function doubtOf(text: string, language: string | undefined): string | undefined {
  if (language === 'en') return undefined;
  if (language === undefined) {
    return OTHER_THAN_ASCII_LETTER.test(text)
      ? 'it learnt from English, and the language of this could not be told'
      : undefined;
  }
  return `it learnt from English, and this looks ${nameOf(language) ?? `to be in “${language}”`}`;
}

function nameOf(language: string): string | undefined {
  return /^[a-z]{2,3}$/u.test(language) ? NAMES.of(language) : undefined;
}
