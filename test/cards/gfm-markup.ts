/**
 * Reads a Markdown file as CommonMark and GitHub's extensions do (https://github.github.com/gfm/), as far as something could come alive
 * in it. Stricter than they where it is not clear.
 */

const ESCAPE = /\\[!-/:-@[-`{-~]/gu;
const EMPTY_COMMENT = '<!-- -->';

/** Everything alive in `markdown`, in order. */
export function aliveInGfm(markdown: string): readonly string[] {
  return markdown.split('\n').flatMap((line) => {
    const bare = line.replace(ESCAPE, 'x');
    return [...aliveInLine(bare), ...blocks(bare.replace(/^(?:> ?)+/u, ''))];
  });
}

function aliveInLine(line: string): readonly string[] {
  const words = line.replaceAll(`@${EMPTY_COMMENT}`, '').replaceAll(EMPTY_COMMENT, '');
  return [
    ...found(words, /[*_~`[\]|$^{}]/gu, 'mark'),
    ...found(words, /<[^\s\d=-]/gu, 'tag'),
    ...found(words, /&(?!amp;|lt;|gt;)#?\w+;/gu, 'entity'),
    ...found(words, /(?:https?|ftp|mailto|javascript|data):\S/giu, 'address'),
    ...found(words, /\bwww\./giu, 'address'),
    ...found(words, /@\w/gu, 'name'),
    ...found(words, /:[\w+-]+:/gu, 'emoji'),
    ...found(words, /(?![\t])[\p{Cc}\u202a-\u202e\u2066-\u2069\u200b]/gu, 'hidden'),
  ];
}

function blocks(line: string): readonly string[] {
  return [
    ...found(line, /^\s{0,3}#{1,6}(?=\s|$)/gu, 'heading'),
    ...found(line, /^\s{0,3}>/gu, 'quote'),
    ...found(line, /^\s{0,3}[-+](?=\s|$)/gu, 'list'),
    ...found(line, /^\s{0,3}\d{1,9}[.)](?=\s|$)/gu, 'number'),
    ...found(line, /^\s{0,3}[-=]{2,}\s*$/gu, 'rule'),
    ...found(line, /^(?: {4}|\t)/gu, 'code'),
  ];
}

function found(words: string, pattern: RegExp, name: string): readonly string[] {
  return [...words.matchAll(pattern)].map(() => name);
}
