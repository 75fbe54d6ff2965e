/** Words of people in a Markdown file: they read as they were written, and nothing in them comes alive, whoever renders it. */
import { plainText } from '../../domain/plain-text.js';

/** What CommonMark 0.31 and its extensions of GitHub give a meaning to within a line: https://github.github.com/gfm/ */
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** One line. */
export function inertMarkdownLine(text: string): string {
  return inert(plainText(text).replace(/\s+/gu, ' '));
}

/** Several: line breaks stay, each line begins with `prefix`. `lists`: a line that begins as one of a list is one. */
export function inertMarkdownLines(
  text: string,
  { prefix = '', lists = false }: { readonly prefix?: string; readonly lists?: boolean } = {},
): string {
  return plainText(text)
    .split('\n')
    .map((line) => {
      const words = line.trim().replace(/\s+/gu, ' ');
      if (words === '') return prefix.trimEnd();
      const [, mark = '', rest = words] = lists ? (/^([-*•]|\d{1,3}[.)]) (.*)$/u.exec(words) ?? []) : [];
      // Two spaces at the end of a line break it.
      if (mark === '') return `${prefix}${inert(words)}  `;
      return `${prefix}${/^\d/u.test(mark) ? mark : '-'} ${inert(rest)}`;
    })
    .join('\n');
}

function inert(words: string): string {
  return (
    words
      .replace(/[&<>]/gu, (mark) => ENTITIES[mark] ?? '')
      .replace(/[\\`*_[\]|~$^#{}]/gu, String.raw`\$&`)
      // Addresses and :names: begin at a colon, or after www.
      .replace(/:(?=\S)/gu, String.raw`\:`)
      .replace(/\bwww\./giu, (start) => `${start.slice(0, -1)}\\.`)
      // A comment, which nobody sees, keeps addresses and @names from being put together after the escapes are read.
      .replaceAll('@', '@<!-- -->')
      // Lists, headings and rules at the beginning of a line.
      .replace(/^([-+=])/u, String.raw`\$1`)
      .replace(/^(\d{1,9})([.)])/u, String.raw`$1\$2`)
  );
}
