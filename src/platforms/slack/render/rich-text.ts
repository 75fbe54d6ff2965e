/**
 * A line as rich text, where nothing in a text can come alive and every character stays what it is.
 * https://docs.slack.dev/reference/block-kit/blocks/rich-text-block
 */
import type { types } from '@slack/bolt';
import type { Inline, Line } from '../../../cards/text.js';
import type { Mentions } from './mentions.js';
import { dateFormat, timeFallback, unixSeconds } from './slack-time.js';
import { linkWords, webLink } from './web-link.js';

type Element = types.RichTextElement;

const LINE_BREAK: Element = { type: 'text', text: '\n' };

/** At most `limit` characters of text; undefined where there would be none. */
export function richLine(
  line: Line,
  { limit, mentions }: { readonly limit: number; readonly mentions: Mentions },
): types.RichTextSection | undefined {
  const elements = elementsOf(line, limit, mentions);
  return elements.length === 0 ? undefined : { type: 'rich_text_section', elements };
}

/** Several lines under one another, each of at most `limit` characters. */
export function richLines(
  lines: readonly Line[],
  { limit, mentions }: { readonly limit: number; readonly mentions: Mentions },
): types.RichTextSection | undefined {
  const elements = lines
    .map((line) => elementsOf(line, limit, mentions))
    .filter((line) => line.length > 0)
    .flatMap((line, index) => (index === 0 ? line : [LINE_BREAK, ...line]));
  return elements.length === 0 ? undefined : { type: 'rich_text_section', elements };
}

function elementsOf(line: Line, limit: number, mentions: Mentions): Element[] {
  const elements: Element[] = [];
  let room = limit;
  for (const part of line) {
    const words = wordsOf(part);
    if (room <= 0) break;
    if (words === '') continue;
    elements.push(elementFor(part, cutAt(words, room), mentions));
    room -= words.length;
  }
  return elements;
}

export function richText(
  ...parts: readonly (types.RichTextSection | types.RichTextQuote | undefined)[]
): types.RichTextBlock | undefined {
  const elements = parts.filter((part) => part !== undefined);
  return elements.length === 0 ? undefined : { type: 'rich_text', elements };
}

export function richQuote(text: string, limit: number): types.RichTextQuote | undefined {
  const words = cutAt(text.toWellFormed(), limit);
  if (words === '') return undefined;
  return { type: 'rich_text_quote', elements: [{ type: 'text', text: words }] };
}

function elementFor(part: Inline, words: string, mentions: Mentions): Element {
  switch (part.kind) {
    case 'text':
      return { type: 'text', text: words };
    case 'strong':
      return { type: 'text', text: words, style: { bold: true } };
    case 'time':
      return {
        type: 'date',
        timestamp: unixSeconds(part.at),
        format: dateFormat(part),
        fallback: timeFallback(part),
      };
    case 'person': {
      const userId = part.mention ? mentions(part.staff.id) : undefined;
      return userId === undefined ? { type: 'text', text: words } : { type: 'user', user_id: userId };
    }
    case 'link': {
      const link = webLink(part.url);
      return link ? { type: 'link', url: link.url, text: words } : { type: 'text', text: words };
    }
  }
}

function wordsOf(part: Inline): string {
  switch (part.kind) {
    case 'text':
    case 'strong':
      return part.text.toWellFormed();
    case 'time':
      return timeFallback(part);
    case 'person':
      return part.staff.name.toWellFormed();
    case 'link': {
      const link = webLink(part.url);
      return (link ? linkWords(part.text, link.host) : part.text).toWellFormed();
    }
  }
}

function cutAt(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return `${text.slice(0, Math.max(0, limit - 1)).replace(/[\ud800-\udbff]$/u, '')}…`;
}
