/** Figures that somebody shared, the digest of a day, or a post-mortem, as a message; its parts as one in its thread. Nobody is called by it. */
import type { types } from '@slack/bolt';
import type { Report, ReportPart } from '../../../cards/report.js';
import { type Line, line, strong } from '../../../cards/text.js';
import { BLOCK_KIT, MESSAGE } from '../limits.js';
import { actionsBlock } from './buttons.js';
import { chartBlock, type HowCharts } from './chart-block.js';
import { NO_MENTIONS } from './mentions.js';
import { messageText, mrkdwnLine } from './mrkdwn-line.js';
import type { Message } from './render-card.js';
import { richLines, richText } from './rich-text.js';

/** Together under the characters of a message's blocks. */
const LINE_CHARS = 400;
const MOST_LINES = 25;

export function renderReport(report: Report, charts: HowCharts = 'drawn'): Message {
  const lines = [line(strong(report.title)), ...report.lines, ...(report.written?.lines ?? [])].slice(
    0,
    MOST_LINES,
  );
  const words = richText(richLines(lines, { limit: LINE_CHARS, mentions: NO_MENTIONS }));
  const row = buttonRow(report);
  return {
    text: reportText(report),
    blocks: [
      ...(words ? [words] : []),
      ...writtenBy(report),
      ...(report.chart ? [chartBlock(report.chart, charts)] : []),
      ...(row ? [row] : []),
    ],
    attachments: [],
  };
}

/** That words of it are generated, in small print right below them. */
function writtenBy({ written }: Report): readonly types.ContextBlock[] {
  const words = written && mrkdwnLine(written.by, { limit: LINE_CHARS, mentions: NO_MENTIONS });
  return words ? [{ type: 'context', elements: [{ type: 'mrkdwn', text: words, verbatim: true }] }] : [];
}

/** All for the one alert that a post-mortem goes by. */
function buttonRow({ buttons = [], title }: Report): types.ActionsBlock | undefined {
  const [first] = buttons;
  return (
    first && actionsBlock({ alert: first.alert, about: title, buttons: buttons.map(({ action }) => action) })
  );
}

/** The notification, and all there is where Slack does not take the message as it was. */
export function reportText({ fallback }: Report): string {
  return messageText(line(fallback), { limit: MESSAGE.textChars, mentions: NO_MENTIONS }) || '…';
}

/** Of what is opened below a digest: the shortest leaves room for every line of every part. */
const PART_LINE_CHARS = [380, 250, 180, 130];
const MOST_PARTS = 8;
const MOST_PART_LINES = 10;

/** One block a part, its title in bold; where all of them are more than a message takes, every line is shorter and none is left out. */
export function renderParts(parts: readonly ReportPart[]): Message {
  const shown = parts.slice(0, MOST_PARTS).map(partLines);
  const limit = PART_LINE_CHARS.find((chars) => lengthOf(shown.flat(), chars) <= BLOCK_KIT.allBlocksChars);
  const style = partStyle(limit);
  const blocks = shown.flatMap((lines) => richText(richLines(lines, style)) ?? []);
  return { text: partsText(parts), blocks, attachments: [] };
}

function partStyle(limit = Math.min(...PART_LINE_CHARS)) {
  return { limit, mentions: NO_MENTIONS };
}

function partLines({ title, lines }: ReportPart): readonly Line[] {
  return [line(strong(title)), ...lines.slice(0, MOST_PART_LINES)];
}

/** All there is where Slack does not take the message as it was, and what a screen reader says. */
export function partsText(parts: readonly ReportPart[]): string {
  const said = parts
    .flatMap(partLines)
    .map((each) => messageText(each, partStyle(PART_LINE_CHARS[0])))
    .reduce((all, each) => (all.length + each.length < MESSAGE.textChars ? `${all}${each}\n` : all), '');
  return said.trim() || '…';
}

/** A time or a name is short. */
const SHORT_CHARS = 40;

function lengthOf(lines: readonly Line[], limit: number): number {
  return lines.reduce((sum, each) => sum + Math.min(limit, charsOf(each)), 0);
}

function charsOf(each: Line): number {
  return each.reduce((sum, piece) => sum + ('text' in piece ? piece.text.length : SHORT_CHARS), 0);
}
