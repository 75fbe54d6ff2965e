/** What is posted to a channel that is of no single alert: figures that somebody shared, or a post-mortem. Nobody is called by it. */
import type { Report } from '../../../cards/report.js';
import { strong } from '../../../cards/text.js';
import { type AdaptiveCard, adaptiveCard } from './adaptive-card.js';
import { MOST_BUTTONS, pressButton } from './buttons.js';
import { lineBlock } from './line-block.js';

const LINE_CHARS = 400;

/** `part`: how much of each text is kept. */
export function renderReport({ title, lines, buttons = [], fallback }: Report, part = 1): AdaptiveCard {
  const body = [[strong(title)], ...lines].flatMap(
    (line) => lineBlock(line, { limit: LINE_CHARS * part }) ?? [],
  );
  const actions = buttons.slice(0, MOST_BUTTONS).map(({ action, alert }) => pressButton(action, alert));
  return adaptiveCard({ fallbackText: fallback, body, ...(actions.length > 0 && { actions }) });
}
