/** Customer text made safe to show anywhere: what cannot be seen or would steer the reader's screen goes, the words stay. */

// C0 and C1 controls except tab and line feed.
const CONTROLS = /(?![\t\n])\p{Cc}/gu;
// Zero-width, word-joiner, bidi marks, embeddings, overrides and isolates, soft hyphen, BOM, tag characters, variation selectors supplement:
// OWASP LLM01 2026 and Unicode TR 36 name them as carriers of hidden text and spoofed order. U+200C/U+200D stay: Persian and emoji need them.
const INVISIBLE =
  /[\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\u3164\ufeff\uffa0\u{e0000}-\u{e007f}]|[\u{e0100}-\u{e01ef}]/gu;

// Marks stacked beyond what any script writes spill over the lines around them.
const STACKED_MARKS = /(\p{M}{4})\p{M}+/gu;

/** What most texts are written in alone, and nothing in it has to go. */
const ASCII = /^[\t\n\x20-\x7e]*$/u;

/** The words of `text` without controls and hidden characters; line ends as LF, at most two blank lines in a row. */
export function plainText(text: string): string {
  return (ASCII.test(text) ? text : visible(text)).replace(/\n{4,}/gu, '\n\n\n').trim();
}

function visible(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/gu, '\n')
    .replace(CONTROLS, '')
    .replace(INVISIBLE, '')
    .replace(STACKED_MARKS, '$1');
}

/** One line of `text`, for titles, facts and notifications. */
export function oneLine(text: string): string {
  return plainText(text).replace(/\s+/gu, ' ');
}

/** At most `limit` UTF-16 units, cut at a word where one is near, never through a character, with an ellipsis where something is missing. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, startOfCharacter(text, limit - 1));
  const space = cut.lastIndexOf(' ');
  return `${(space > limit * 0.7 ? cut.slice(0, space) : cut).trimEnd()}…`;
}

const CHARACTERS = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
/** Longer than any character that a keyboard makes: a family of four emoji has 11 units. */
const LONGEST_CHARACTER = 64;

/** Where the character that `at` stands in begins: a family of emoji, a flag and a letter with its accents are one each. */
function startOfCharacter(text: string, at: number): number {
  return CHARACTERS.segment(text.slice(0, at + LONGEST_CHARACTER)).containing(at)?.index ?? at;
}
