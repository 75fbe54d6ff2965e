/** What a model wrote is believed of nothing: each sentence is checked by itself, and one that does not hold is dropped. */
import { oneLine } from '../plain-text.js';
import { verbatim } from '../verbatim.js';
import { type NarrativeSentence, type NarrativeVoice, type ToldFigures, voiceMark } from './narrative.js';

/** As it came. */
export interface WrittenSentence {
  readonly text: string;
  readonly quote: string | null;
  readonly voices: readonly string[];
}

const MOST_SENTENCES = 4;
const MOST_ALERTS = 4;
const LONGEST_SENTENCE = 320;
const SHORTEST_QUOTE = 8;
const LONGEST_QUOTE = 200;
const FIGURE = /\{([a-z0-9_]{1,40})\}/gu;
/** Figures come by their names alone: no number in digits, in words or as a share may stand in a sentence. */
const NUMBER =
  /[\p{N}%‰]|\b(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundreds?|thousands?|millions?|billions?|dozens?|half|halves|halved|halving|thirds?|quarters?|majority|doubl(?:e|es|ed|ing)|tripl(?:e|es|ed|ing)|twice|thrice|couple|percent|per cent|fold)\b/iu;
/** What would lead somewhere, call somebody, tell Earshot something or format: nothing of it belongs into a sentence. */
const NO_WORDS =
  /[<>[\]{}|`*_~@#\\^]|:\/\/|\bwww\b|[\p{L}\p{N}]\.[\p{L}]{2,}|(?:^|\s)\/\p{L}|\bcx-|javascript:|mailto:/iu;
const QUOTED = /["“”„«»‟]|(?<![\p{L}\p{N}])['‘‚][^'’]{2,}['’](?![\p{L}\p{N}])/u;

/** Those that hold, in their order, with the alerts that they speak of. */
export function checkNarrative(
  written: readonly WrittenSentence[],
  { voices, figures }: { readonly voices: readonly NarrativeVoice[]; readonly figures: ToldFigures },
): readonly NarrativeSentence[] {
  const marked = new Map(voices.map((voice, index) => [voiceMark(index), voice]));
  return written.flatMap((sentence) => checked(sentence, marked, figures) ?? []).slice(0, MOST_SENTENCES);
}

function checked(
  { text: given, quote, voices }: WrittenSentence,
  marked: ReadonlyMap<string, NarrativeVoice>,
  figures: ToldFigures,
): NarrativeSentence | undefined {
  const text = oneLine(given);
  const names = [...text.matchAll(FIGURE)].map(([, name = '']) => name);
  const words = text.replace(FIGURE, ' ');
  const cited = voices.flatMap((mark) => marked.get(mark) ?? []);
  const holds =
    text.length <= LONGEST_SENTENCE &&
    /\p{L}{2}/u.test(words) &&
    names.every((name) => figures.has(name)) &&
    !NUMBER.test(words) &&
    !NO_WORDS.test(words) &&
    !QUOTED.test(words) &&
    cited.length > 0 &&
    cited.length === voices.length;
  if (!holds) return undefined;
  const alerts = [...new Set(cited.map(({ alert }) => alert))].slice(0, MOST_ALERTS);
  if (quote === null || quote === '') return { text, alerts };
  const said = saidIn(cited, quote);
  return said === undefined ? undefined : { text, quote: said, alerts };
}

/** Word for word as it stands in one of the voices that the sentence names, on one line and neither a scrap nor a letter. */
function saidIn(cited: readonly NarrativeVoice[], quote: string): string | undefined {
  if (quote !== oneLine(quote) || quote.length < SHORTEST_QUOTE || quote.length > LONGEST_QUOTE)
    return undefined;
  const [said] = cited.flatMap(({ text }) => verbatim(quote, text) ?? []);
  return said === undefined ? undefined : oneLine(said);
}

/** With its figures; undefined where one of them is not counted any more. */
export function filledIn(
  { text }: Pick<NarrativeSentence, 'text'>,
  figures: ToldFigures,
): string | undefined {
  if ([...text.matchAll(FIGURE)].some(([, name = '']) => !figures.has(name))) return undefined;
  return text.replace(FIGURE, (_, name: string) => figures.get(name) ?? '');
}
