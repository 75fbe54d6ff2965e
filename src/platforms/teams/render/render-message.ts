/** What goes into an activity for one message: a card, a line of a thread, or a card with the line above it that says why. */
import type { Card } from '../../../cards/card.js';
import type { Note } from '../../../cards/note.js';
import type { Line } from '../../../cards/text.js';
import type { Content } from '../../../posting/platform.js';
import { type AdaptiveCard, adaptiveCard, attach, type CardAttachment, mentionsIn } from './adaptive-card.js';
import { AI_LABEL, type AiLabel } from './ai-label.js';
import { lineBlock } from './line-block.js';
import { spokenText, xmlText } from './line-text.js';
import { type Called, callThem, mentionedStaff, type MentionEntity, type Mentions } from './mentions.js';
import { fallbackText, renderCard } from './render-card.js';
import { noteText, renderNote } from './render-note.js';
import { partsText, renderParts, renderReport } from './render-report.js';
import { withinSize } from './within-size.js';

/** A thread line carries the customer's words whole: some 2,500 characters at most. */
const LINE_CHARS = 4_000;
const SUMMARY_CHARS = 400;

export interface MessageOptions {
  readonly mentions?: Mentions;
  /** Teams ids (29:…) of those whose clients ask for a card of their own; 60 at most are taken. */
  readonly involved?: readonly string[];
}

/** To be spread into a message activity. */
export interface Message {
  readonly text?: string;
  readonly textFormat?: 'xml';
  /** What notifications and screen readers say. */
  readonly summary: string;
  readonly attachments: readonly CardAttachment[];
  readonly entities: readonly (MentionEntity | AiLabel)[];
}

export function renderMessage(content: Content, options: MessageOptions = {}): Message {
  const called = callThem(mentionedStaff(content), options.mentions ?? (() => undefined));
  return withinSize((share) => {
    switch (content.kind) {
      case 'card':
        return cardMessage(content.card, { ...options, called, share });
      case 'line':
        return content.card
          ? cardMessage(content.card, { ...options, called, share }, content.line)
          : lineMessage(content.line, called, share);
      case 'note':
        return noteMessage(content.note);
      case 'report':
        return {
          ...cardAlone(renderReport(content.report, share)),
          entities: content.report.written ? [AI_LABEL] : [],
        };
      case 'parts':
        return cardAlone(renderParts(content.parts, share));
    }
  });
}

/** The same in words alone, for a message that Teams did not take as it was. */
export function renderPlainMessage(content: Content, options: MessageOptions = {}): Message {
  const called = callThem(mentionedStaff(content), options.mentions ?? (() => undefined));
  const line = plainLine(content);
  return withinSize((share) => textMessage(line, called, share));
}

function plainLine(content: Content): Line {
  switch (content.kind) {
    case 'card':
      return [{ kind: 'text', text: content.card.fallback }];
    case 'line':
      return content.line;
    case 'note':
      return [{ kind: 'text', text: noteText(content.note, {}) }];
    case 'report':
      return [{ kind: 'text', text: content.report.fallback }];
    case 'parts':
      return [{ kind: 'text', text: partsText(content.parts) }];
  }
}

interface Rendering extends MessageOptions {
  readonly called: Called;
  readonly share: number;
}

/** It cuts itself to size. */
function noteMessage(note: Note): Message {
  return { summary: noteText(note, {}), attachments: [attach(renderNote(note, {}))], entities: [] };
}

function cardMessage(card: Card, { called, share, involved }: Rendering, line?: Line): Message {
  const block = line && lineBlock(line, { limit: LINE_CHARS * share, called });
  const content = renderCard(card, {
    called,
    share,
    ...(involved && { involved }),
    ...(block && { above: block }),
  });
  return {
    summary: line ? summaryOf(line) : fallbackText(card),
    attachments: [attach(content)],
    entities: card.read ? [AI_LABEL] : [],
  };
}

function cardAlone(content: AdaptiveCard): Message {
  return { summary: content.fallbackText, attachments: [attach(content)], entities: [] };
}

/** As text, which sits lightly in a thread; where it tells a time, as a card, which alone says it in the reader's zone. */
function lineMessage(line: Line, called: Called, share: number): Message {
  const block = line.some((part) => part.kind === 'time')
    ? lineBlock(line, { limit: LINE_CHARS * share, called })
    : undefined;
  if (!block) return textMessage(line, called, share);
  const summary = summaryOf(line);
  const content = adaptiveCard({ fallbackText: summary, body: [block], ...mentionsIn([block], called) });
  return { summary, attachments: [attach(content)], entities: [] };
}

function textMessage(line: Line, called: Called, share: number): Message {
  const text = xmlText(line, { limit: LINE_CHARS * share, called }).trim() || '…';
  const entities = [...called.values()].filter((entity) => text.includes(entity.text));
  return { text, textFormat: 'xml', summary: summaryOf(line), attachments: [], entities };
}

function summaryOf(line: Line): string {
  return spokenText(line, { limit: SUMMARY_CHARS }) || 'Earshot';
}
