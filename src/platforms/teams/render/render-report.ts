/** Figures that somebody shared, the digest of a day, or a post-mortem, as a card; its parts open below it by a press. Nobody is called by it. */
import type { Report, ReportPart } from '../../../cards/report.js';
import { type Line, strong } from '../../../cards/text.js';
import { type AdaptiveCard, adaptiveCard, type Element, type ShowCard } from './adaptive-card.js';
import { MOST_BUTTONS, pressButton } from './buttons.js';
import { chartElements } from './chart-element.js';
import { cutLine, inertMarkdown } from './inert-text.js';
import { lineBlock } from './line-block.js';
import { spokenText } from './line-text.js';

const LINE_CHARS = 400;
const TEXT_CHARS = 3_000;

export function renderReport(
  { title, lines, written, chart, parts = [], buttons = [], fallback }: Report,
  share: number,
): AdaptiveCard {
  const actions = [
    ...parts.map((part) => showPart(part, share)),
    ...buttons.map(({ action, alert }, index) =>
      pressButton(action, alert, parts.length + index < MOST_BUTTONS - 1 ? {} : { mode: 'secondary' }),
    ),
  ];
  return adaptiveCard({
    fallbackText: inertMarkdown(cutLine(fallback, LINE_CHARS)) || 'Earshot',
    body: [
      ...blocks([[strong(title)], ...lines], share),
      ...writtenBlocks(written, share),
      ...chartElements(chart, share),
    ],
    ...(actions.length > 0 && { actions }),
  });
}

/** Generated words, with small print that says so; Teams labels the message besides. */
function writtenBlocks(written: Report['written'], share: number): readonly Element[] {
  if (!written) return [];
  const by = lineBlock(written.by, { limit: LINE_CHARS * share, size: 'small', isSubtle: true });
  return [...blocks(written.lines, share), ...(by ? [by] : [])];
}

/** https://learn.microsoft.com/adaptive-cards/authoring-cards/card-schema#actionshowcard: opens in the card, and asks nobody. */
function showPart({ title, lines }: ReportPart, share: number): ShowCard {
  return {
    type: 'Action.ShowCard',
    title: inertMarkdown(title),
    card: { type: 'AdaptiveCard', body: blocks(lines, share) },
  };
}

export function renderParts(parts: readonly ReportPart[], share: number): AdaptiveCard {
  return adaptiveCard({ fallbackText: partsText(parts), body: blocks(parts.flatMap(partLines), share) });
}

/** What is said where no card is. Never empty. */
export function partsText(parts: readonly ReportPart[]): string {
  const said = parts
    .flatMap(partLines)
    .map((line) => spokenText(line, { limit: LINE_CHARS }))
    .reduce((all, line) => (all.length + line.length < TEXT_CHARS ? `${all}${line}\n\n` : all), '');
  return said.trim() || 'Earshot';
}

function partLines({ title, lines }: ReportPart): readonly Line[] {
  return [[strong(title)], ...lines];
}

function blocks(lines: readonly Line[], share: number): readonly Element[] {
  return lines.flatMap((line) => lineBlock(line, { limit: LINE_CHARS * share }) ?? []);
}
