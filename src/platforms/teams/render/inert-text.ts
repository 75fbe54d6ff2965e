/**
 * Text of customers and senders made harmless where Teams reads markup. Look-alikes rather than backslashes: escapes come out
 * differently on the desktop, iOS and Android (https://github.com/microsoft/AdaptiveCards/issues/5590).
 */
import { plainText, shorten } from '../../../domain/plain-text.js';

/** Look-alikes without a meaning to Teams. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  '*': '\u2217', // asterisk operator
  _: '\u02cd', // modifier letter low macron
  '~': '\u223c', // tilde operator
  '`': '\u02cb', // modifier letter grave accent
  '\\': '\u2216', // set minus
  ']': '\uff3d', // fullwidth right square bracket
  '<': '\u2039', // single left-pointing angle quotation mark
  '&': '\uff06', // fullwidth ampersand
  '{': '\u2774', // medium left curly bracket ornament
  ':': '\u2236', // ratio
  '#': '\uff03', // fullwidth number sign
  '>': '\u203a', // single right-pointing angle quotation mark
  '+': '\uff0b', // fullwidth plus sign
  '-': '\u2013', // en dash
  '=': '\uff1d', // fullwidth equals sign
  '.': '\u2024', // one dot leader
  ')': '\uff09', // fullwidth right parenthesis
};

/** Underscores format only at the edge of a word, so that john_doe@example.com keeps what it is copied for. */
const FORMATTING = /[*~`\\]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/gu;
/** A bracket, tag, entity, function or name at the very end may be completed by what follows it in the line. */
const BRACKET = /\](?=[(:[]|$)/gu;
const TAG = /<(?!\s*\d)/gu;
const ENTITY = /&(?=#?[A-Za-z0-9]+;|#?[A-Za-z0-9]*$)/gu;
const FUNCTION = /\{(?=\{|$)/gu;
const EMOJI_NAME = /:(?=[\p{L}\p{N}_+'.-]{0,100}(?::|$))/gu;
const BLOCK_MARK = /^([ \t]*)([-+>#=])/gmu;
const LIST_NUMBER = /^([ \t]*\d{1,9})([.)])(?=\s|$)/gmu;
const INDENT = /\n[ \t]+/gu;

/** For TextBlock and other text that is read as markdown: https://learn.microsoft.com/adaptive-cards/authoring-cards/text-features */
export function inertMarkdown(text: string): string {
  return seen(text)
    .replace(INDENT, '\n')
    .replaceAll('://', '\u2236\u2044\u2044')
    .replace(/www\./giu, (start) => `${start.slice(0, -1)}\u2024`)
    .replace(FORMATTING, lookAlike)
    .replace(BRACKET, lookAlike)
    .replace(TAG, lookAlike)
    .replace(ENTITY, lookAlike)
    .replace(FUNCTION, lookAlike)
    .replace(EMOJI_NAME, lookAlike)
    .replace(BLOCK_MARK, (_, indent: string, mark: string) => indent + lookAlike(mark))
    .replace(LIST_NUMBER, (_, number: string, mark: string) => number + lookAlike(mark));
}

/** The same in paragraphs: a single line break is none in markdown. */
export function inertParagraphs(text: string): string {
  return inertMarkdown(text).replace(/\n+/gu, '\n\n');
}

/** For TextRun, which has no markdown: only the functions for times and the markup of mentions are read there. */
export function inertRun(text: string): string {
  return seen(text)
    .replace(FUNCTION, lookAlike)
    .replace(/<(?=\s*\/?\s*at\b|$)/giu, lookAlike);
}

/** For a message's own text with `textFormat: 'xml'`; without its links and formatting even where a client reads more into it. */
export function inertXml(text: string): string {
  return inertMarkdown(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/\n/gu, '<br/>');
}

/** At most `limit` characters of `text`, on one line. */
export function cutLine(text: string, limit: number): string {
  return shorten(seen(text).replace(/\s+/gu, ' '), limit);
}

/** At most `limit` characters of `text`, with its line breaks. */
export function cutText(text: string, limit: number): string {
  return shorten(seen(text), limit);
}

function lookAlike(mark: string): string {
  return LOOK_ALIKES[mark] ?? mark;
}

/** Without controls and hidden characters; a space at either end stays, for it joins the parts of a line. */
function seen(text: string): string {
  const plain = plainText(text);
  if (plain === '') return /\s/u.test(text) ? ' ' : '';
  return `${/^\s/u.test(text) ? ' ' : ''}${plain}${/\s$/u.test(text) ? ' ' : ''}`;
}
