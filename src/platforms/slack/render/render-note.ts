/** A private answer as blocks; used for command answers, response_url, ephemeral messages and modal views. */
import type { types } from '@slack/bolt';
import type { Note, NoteItem } from '../../../cards/note.js';
import type { Line } from '../../../cards/text.js';
import { BLOCK_KIT, MESSAGE } from '../limits.js';
import { actionsBlock, shareBlock } from './buttons.js';
import { type AnyBlock, chartBlock, type HowCharts } from './chart-block.js';
import { NO_MENTIONS } from './mentions.js';
import { messageText } from './mrkdwn-line.js';
import { richLine, richLines, richText } from './rich-text.js';

/** Together, with the items, under a message's blocks and characters. */
const LINE_CHARS = 300;
const MOST_LINES = 25;
const ITEM_CHARS = 200;
/** Two blocks each. */
export const MOST_ITEMS = 20;

export interface NoteMessage {
  readonly text: string;
  readonly blocks: readonly AnyBlock[];
}

/** `charts`: drawn only in messages; a modal does not know them. */
export function renderNote(note: Note, charts: HowCharts = 'drawn'): NoteMessage {
  const items = (note.items ?? []).slice(0, MOST_ITEMS);
  const left = (note.items?.length ?? 0) - items.length;
  const blocks = [
    linesBlock(note.lines),
    ...items.flatMap(itemBlocks),
    left > 0 ? sentenceBlock(`${left} more are not shown here.`) : undefined,
    linesBlock(note.after ?? []),
    note.chart && chartBlock(note.chart, charts),
    ...buttonBlocks(note),
    ...(note.share === undefined ? [] : [shareBlock(note.share)]),
  ];
  return {
    text: noteText(note),
    blocks: blocks.filter((block) => block !== undefined).slice(0, BLOCK_KIT.blocksPerMessage),
  };
}

function noteText(note: Note): string {
  return joined([...note.lines, ...(note.after ?? [])]);
}

/** All of it, for a message without blocks. */
export function noteInWords({ lines, items = [], after = [] }: Note): string {
  return joined([...lines, ...items.map((item) => item.line), ...after]);
}

function joined(lines: readonly Line[]): string {
  const spoken = lines
    .map((line) => messageText(line, { limit: LINE_CHARS, mentions: NO_MENTIONS }))
    .filter((line) => line.trim() !== '')
    .reduce((all, line) => (all.length + line.length < MESSAGE.textChars ? `${all}${line}\n` : all), '');
  return spoken.trim() || 'Earshot';
}

function linesBlock(lines: readonly Line[]): types.RichTextBlock | undefined {
  return richText(richLines(lines.slice(0, MOST_LINES), { limit: LINE_CHARS, mentions: NO_MENTIONS }));
}

function sentenceBlock(sentence: string): types.RichTextBlock {
  return {
    type: 'rich_text',
    elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: sentence }] }],
  };
}

function itemBlocks(item: NoteItem): readonly types.KnownBlock[] {
  const words = richText(richLine(item.line, { limit: ITEM_CHARS, mentions: NO_MENTIONS }));
  const row = actionsBlock({ alert: item.alert, buttons: item.buttons });
  return [...(words ? [words] : []), ...(row ? [row] : [])];
}

/** One row for each alert that the buttons speak of: two of the same name may not stand in one row. */
function buttonBlocks({ buttons = [] }: Note): readonly types.KnownBlock[] {
  const alerts = [...new Set(buttons.map((button) => button.alert))];
  return alerts.flatMap((alert) => {
    const actions = buttons.filter((button) => button.alert === alert).map((button) => button.action);
    return actionsBlock({ alert, buttons: [...new Set(actions)] }) ?? [];
  });
}
