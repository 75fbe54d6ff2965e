/** A card as a Slack message: the title above, everything else beside a bar in the state's colour. */
import type { types } from '@slack/bolt';
import type { Card, Fact } from '../../../cards/card.js';
import { type Inline, strong } from '../../../cards/text.js';
import { BLOCK_KIT, MESSAGE } from '../limits.js';
import { actionsBlock } from './buttons.js';
import type { AnyBlock } from './chart-block.js';
import { cardColour } from './colours.js';
import { fitting, inertMessageText } from './inert-text.js';
import { type Mentions, NO_MENTIONS } from './mentions.js';
import { mrkdwnLine } from './mrkdwn-line.js';
import { richLines, richQuote, richText } from './rich-text.js';

/** So much of each part that the whole stays under `BLOCK_KIT.allBlocksChars`, whatever comes. */
const TITLE_CHARS = 600;
const QUOTE_CHARS = 1_200;
const FACT_CHARS = 500;
const NOTE_CHARS = 1_000;
const MOST_NOTES = 3;
const READ_CHARS = 900;

export interface Message {
  /** What notifications and screen readers say, and what is left where blocks are not taken. */
  readonly text: string;
  readonly blocks: readonly AnyBlock[];
  readonly attachments: readonly {
    readonly color: string;
    readonly fallback: string;
    readonly blocks: readonly types.KnownBlock[];
  }[];
}

export function renderCard(card: Card, mentions: Mentions): Message {
  const text = fallbackText(card);
  // What may come later stands last, so that no block takes another's place.
  const body = [
    quoteBlock(card),
    factsBlock(card, mentions),
    notesBlock(card, mentions),
    buttonsBlock(card),
    readBlock(card),
  ];
  return {
    text,
    blocks: [titleBlock(card)],
    attachments: [
      { color: cardColour(card), fallback: text, blocks: body.filter((block) => block !== undefined) },
    ],
  };
}

/** Not empty, because Slack takes no message without a word. */
export function fallbackText(card: Card): string {
  return fitting(card.fallback, MESSAGE.textChars, inertMessageText) || card.name;
}

/** Marked-up rather than rich text: Slack lets no plainer block replace a rich one later (block_mismatch). */
function titleBlock(card: Card): types.SectionBlock {
  const title = [strong(`${card.label} · ${card.name}`), text(` · ${card.headline}`)];
  return {
    type: 'section',
    text: {
      type: 'mrkdwn',
      text: mrkdwnLine(title, { limit: TITLE_CHARS, mentions: NO_MENTIONS }),
      verbatim: true,
    },
  };
}

function quoteBlock({ quote }: Card): types.RichTextBlock | undefined {
  return quote === undefined ? undefined : richText(richQuote(`“${quote}”`, QUOTE_CHARS));
}

function factsBlock({ facts }: Card, mentions: Mentions): types.SectionBlock | undefined {
  const fields = facts.slice(0, BLOCK_KIT.sectionFields).map((fact) => factField(fact, mentions));
  return fields.length === 0 ? undefined : { type: 'section', fields };
}

function factField({ label, value }: Fact, mentions: Mentions): types.MrkdwnElement {
  const line = [strong(label), text('\n'), ...value];
  return { type: 'mrkdwn', text: mrkdwnLine(line, { limit: FACT_CHARS, mentions }), verbatim: true };
}

function notesBlock({ notes }: Card, mentions: Mentions): types.RichTextBlock | undefined {
  return richText(richLines(notes.slice(0, MOST_NOTES), { limit: NOTE_CHARS, mentions }));
}

function buttonsBlock(card: Card): types.ActionsBlock | undefined {
  return actionsBlock({
    alert: card.alert,
    about: card.headline,
    buttons: card.buttons,
    more: card.more,
    primary: card.state === 'open' || card.state === 'claimed',
    ...(card.link && { link: card.link }),
  });
}

function readBlock({ read }: Card): types.ContextBlock | undefined {
  const words = read && mrkdwnLine(read, { limit: READ_CHARS, mentions: NO_MENTIONS });
  if (!words) return undefined;
  return { type: 'context', elements: [{ type: 'mrkdwn', text: words, verbatim: true }] };
}

function text(words: string): Inline {
  return { kind: 'text', text: words };
}
