/** A report in plain words, for a terminal: all of it, its parts opened. */
import { oneLine } from '../domain/plain-text.js';
import { momentWords } from './moment-words.js';
import type { Chart } from './chart.js';
import type { Report, ReportPart } from './report.js';
import type { Inline, Line } from './text.js';

interface ReadWhere {
  readonly now: Date;
  readonly timeZone: string;
}

export function reportText({ title, lines, written, chart, parts = [] }: Report, where: ReadWhere): string {
  const blocks = [
    [oneLine(title)],
    lines.map((line) => lineText(line, where)),
    written ? [...written.lines, written.by].map((line) => lineText(line, where)) : [],
    chart ? chartText(chart) : [],
    ...parts.map((part) => partText(part, where)),
  ];
  return blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n');
}

function partText({ title, lines }: ReportPart, where: ReadWhere): readonly string[] {
  return [oneLine(title), ...lines.map((line) => `  ${lineText(line, where)}`)];
}

/** A row for each place on the axis. */
function chartText({ title, labels, series }: Chart): readonly string[] {
  const widest = Math.max(...labels.map(({ length }) => length));
  return [
    title,
    ...labels.map((label, index) =>
      [
        '',
        label.padEnd(widest),
        ...series.map(({ values }) => String(values[index] ?? '–').padStart(4)),
      ].join('  '),
    ),
  ];
}

function lineText(line: Line, where: ReadWhere): string {
  // Nothing in it may steer the terminal.
  return oneLine(line.map((piece) => inlineText(piece, where)).join(''));
}

function inlineText(piece: Inline, where: ReadWhere): string {
  switch (piece.kind) {
    case 'text':
    case 'strong':
      return piece.text;
    case 'time':
      return momentWords(piece.at, where);
    case 'person':
      return piece.staff.name;
    case 'link':
      return `${piece.text} (${piece.url})`;
  }
}
