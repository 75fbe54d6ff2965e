/**
 * A line on a card: as rich text, where every character stays what it is, and as markdown only where it tells a time, calls
 * a person or leads somewhere, which rich text cannot everywhere.
 */
import type { Inline, Line } from '../../../cards/text.js';
import type { RichTextBlock, TextBlock, TextLook, TextRun } from './adaptive-card.js';
import { cutText, inertMarkdown, inertParagraphs, inertRun } from './inert-text.js';
import { type Called, NOBODY } from './mentions.js';
import { settled, timeFunction } from './teams-time.js';
import { textWords } from './text-words.js';
import { linkWords, webLink } from './web-link.js';

export interface LineStyle extends TextLook {
  /** Characters. */
  readonly limit: number;
  readonly called?: Called;
  /** Where the line is read at once: relative times are said in words. */
  readonly now?: Date;
}

/** Undefined where there is nothing to see. */
export function lineBlock(
  line: Line,
  { limit, called = NOBODY, now, ...look }: LineStyle,
): TextBlock | RichTextBlock | undefined {
  const parts = settled(line, now);
  if (parts.some((part) => needsMarkdown(part, called)))
    return textBlock(markdownOf(parts, limit, called), look);
  const inlines = runsOf(parts, limit, look);
  return inlines.some((run) => run.text.trim() !== '') ? { type: 'RichTextBlock', inlines } : undefined;
}

/** `text` is taken as it is: ours, or made inert. */
export function textBlock(text: string, look: TextLook = {}): TextBlock {
  return { type: 'TextBlock', text, wrap: true, ...look };
}

function needsMarkdown(part: Inline, called: Called): boolean {
  switch (part.kind) {
    case 'text':
    case 'strong':
      return false;
    case 'time':
      return true;
    case 'person':
      return part.mention && called.has(part.staff.id);
    case 'link':
      return webLink(part.url) !== undefined;
  }
}

function runsOf(line: Line, limit: number, look: TextLook): readonly TextRun[] {
  const runs: TextRun[] = [];
  let room = limit;
  for (const part of line) {
    if (room <= 0) break;
    const text = cutText(wordsOf(part), room);
    if (text === '') continue;
    runs.push({
      type: 'TextRun',
      text: inertRun(text),
      ...look,
      ...(part.kind === 'strong' && { weight: 'bolder' as const }),
    });
    room -= text.length;
  }
  return runs;
}

function wordsOf(part: Inline): string {
  switch (part.kind) {
    case 'text':
    case 'strong':
      return textWords(part);
    case 'time':
      return '';
    case 'person':
      return part.staff.name;
    case 'link': {
      const link = webLink(part.url);
      return link ? linkWords(part.text, link.host) : part.text;
    }
  }
}

function markdownOf(line: Line, limit: number, called: Called): string {
  let text = '';
  let room = limit;
  for (const part of line) {
    if (room <= 0) break;
    const words = cutText(wordsOf(part), room);
    text += markdownPart(part, words, called);
    room -= words.length;
  }
  return text;
}

function markdownPart(part: Inline, words: string, called: Called): string {
  switch (part.kind) {
    case 'text':
      return inertParagraphs(words);
    case 'strong': {
      const bold = inertMarkdown(words.replace(/\s+/gu, ' ').trim());
      return bold === '' ? '' : `**${bold}**`;
    }
    case 'time':
      return timeFunction(part);
    case 'person':
      return (part.mention ? called.get(part.staff.id)?.text : undefined) ?? inertMarkdown(words);
    case 'link': {
      const link = webLink(part.url);
      const shown = inertMarkdown(words).replace(/[[\]]/gu, ' ').trim();
      return link && shown !== '' ? `[${shown}](${link.url})` : inertMarkdown(words);
    }
  }
}
