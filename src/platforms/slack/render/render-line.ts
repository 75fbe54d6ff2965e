import type { Card } from '../../../cards/card.js';
import type { Line } from '../../../cards/text.js';
import { MESSAGE } from '../limits.js';
import type { AnyBlock } from './chart-block.js';
import type { Mentions } from './mentions.js';
import { messageText } from './mrkdwn-line.js';
import { renderCard, type Message } from './render-card.js';
import { richLine, richText } from './rich-text.js';

/** A thread line carries the customer's words whole: some 2,500 characters at most. */
const LINE_CHARS = 4_000;

/** A line of a thread, or of a direct message with the card below it that it speaks of. */
export function renderLine(line: Line, card: Card | undefined, mentions: Mentions): Message {
  const spoken = messageText(line, { limit: MESSAGE.textChars, mentions });
  const words = richText(richLine(line, { limit: LINE_CHARS, mentions }));
  const below = card ? renderCard(card, mentions) : undefined;
  const blocks: AnyBlock[] = [...(words ? [words] : []), ...(below?.blocks ?? [])];
  return {
    text: spoken.trim() === '' ? (below?.text ?? '…') : spoken,
    blocks,
    attachments: below?.attachments ?? [],
  };
}
