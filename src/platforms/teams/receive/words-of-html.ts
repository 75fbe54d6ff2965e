/** More is not looked through. */
const LONGEST_RAW = 40_000;

const NAMED: Readonly<Record<string, string>> = {
  nbsp: ' ',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  amp: '&',
};

/** The words of a message that Teams gives as HTML, a line for each of its paragraphs. */
export function wordsOfHtml(html: string): string {
  return html
    .slice(0, LONGEST_RAW)
    .replace(/\s+/gu, ' ')
    .replace(/<(?:br|\/p|\/div|\/li|\/tr|\/h[1-6]|\/blockquote)\b[^<>]*>/giu, '\n')
    .replace(/<\/?[a-z!][^<>]*>/giu, '')
    .replace(/&(nbsp|lt|gt|quot|apos|amp);/giu, (whole, name: string) => NAMED[name.toLowerCase()] ?? whole)
    .replace(/&#(\d{1,7});/gu, (whole, code: string) => character(Number(code)) ?? whole)
    .replace(/ *\n */gu, '\n')
    .trim();
}

function character(code: number): string | undefined {
  return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : undefined;
}
