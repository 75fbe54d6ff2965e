/** A card as an Adaptive Card: state, matter, the customer's words, what to act on, why; then what can be done. */
import { ACTION_NAMES, type ActionId, asksFirst, isOfPostMortem } from '../../../cards/actions.js';
import type { Card } from '../../../cards/card.js';
import { alertName } from '../../../domain/alert.js';
import {
  type Action,
  type AdaptiveCard,
  adaptiveCard,
  type Container,
  type Element,
  mentionsIn,
  type ShowCard,
} from './adaptive-card.js';
import { MOST_BUTTONS, pressButton, refreshButton, submitButton } from './buttons.js';
import { cardForm } from './card-form.js';
import { cardLook } from './card-look.js';
import { factGrid } from './fact-grid.js';
import { formFields } from './form-fields.js';
import { cutLine, inertMarkdown } from './inert-text.js';
import { lineBlock, textBlock } from './line-block.js';
import { type Called, NOBODY } from './mentions.js';
import { personalCard } from './personal-card.js';
import { withinSize } from './within-size.js';

const LABEL_CHARS = 150;
const HEADLINE_CHARS = 300;
const QUOTE_CHARS = 700;
const NOTE_CHARS = 900;
const MOST_NOTES = 3;
const READ_CHARS = 700;
const LINK_CHARS = 100;
const FALLBACK_CHARS = 500;
/** With those in the menu; twice what any card has. */
const MOST_ACTIONS = 20;
/** https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/user-specific-views */
const MOST_REFRESHED = 60;

export interface CardOptions {
  readonly called?: Called;
  /** Teams ids (29:…) of those who see a card of their own: the owner, who was called, who pressed. Nobody else's client asks by itself. */
  readonly involved?: readonly string[];
  /** The staff id of the one person who is shown this card. */
  readonly viewerId?: string;
  /** A block above the card: why this person gets it. */
  readonly above?: Element;
  /** How much of each text is kept. */
  readonly share?: number;
}

/** Small enough for Teams, unless `share` says how much is kept. */
export function renderCard(card: Card, options: CardOptions = {}): AdaptiveCard {
  return options.share === undefined
    ? withinSize((share) => cardAs(card, { ...options, share }))
    : cardAs(card, options);
}

function cardAs(given: Card, options: CardOptions): AdaptiveCard {
  const { called = NOBODY, involved = [], viewerId, above, share = 1 } = options;
  const card = viewerId === undefined ? given : personalCard(given, viewerId);
  const body = [
    ...(above ? [above] : []),
    band(card, share),
    ...quote(card, share),
    ...factGrid(card, { called, share }),
    ...notes(card, called, share),
    ...read(card, share),
    ...source(card),
  ];
  return adaptiveCard({
    fallbackText: fallbackText(card),
    body,
    actions: buttons(card),
    refresh: {
      action: refreshButton(card.alert, 'Refresh'),
      userIds: [...new Set(involved)].slice(0, MOST_REFRESHED),
    },
    ...mentionsIn(body, called),
  });
}

/** What is left where a client knows no cards, and what notifications say. */
export function fallbackText(card: Card): string {
  return inertMarkdown(cutLine(card.fallback, FALLBACK_CHARS)) || alertName(card.alert);
}

/** State and matter at a glance. */
function band(card: Card, share: number): Container {
  const { style, color } = cardLook(card);
  const label = textBlock(inertMarkdown(cutLine(card.label, LABEL_CHARS)), { weight: 'bolder', color });
  const headline = inertMarkdown(cutLine(card.headline, HEADLINE_CHARS * share)) || alertName(card.alert);
  return {
    type: 'Container',
    style,
    bleed: true,
    items: [
      {
        type: 'ColumnSet',
        columns: [
          { type: 'Column', width: 'stretch', items: [label] },
          { type: 'Column', width: 'auto', items: [textBlock(alertName(card.alert), { isSubtle: true })] },
        ],
      },
      { ...textBlock(headline, { size: 'medium', weight: 'bolder' }), style: 'heading', spacing: 'small' },
    ],
  };
}

function quote(card: Card, share: number): readonly Element[] {
  if (card.quote === undefined) return [];
  const words = lineBlock([{ kind: 'text', text: `“${card.quote}”` }], { limit: QUOTE_CHARS * share });
  return words ? [{ type: 'Container', style: 'emphasis', spacing: 'medium', items: [words] }] : [];
}

function notes(card: Card, called: Called, share: number): readonly Element[] {
  return card.notes.slice(0, MOST_NOTES).flatMap((note, index) => {
    const block = lineBlock(note, { limit: NOTE_CHARS * share, called });
    return block ? [{ ...block, spacing: index === 0 ? ('medium' as const) : ('small' as const) }] : [];
  });
}

/** Small: what a model made of the words comes after all that is known. */
function read(card: Card, share: number): readonly Element[] {
  const block =
    card.read && lineBlock(card.read, { limit: READ_CHARS * share, size: 'small', isSubtle: true });
  return block ? [{ ...block, spacing: 'small' }] : [];
}

/** A link rather than a button: it stands for no decision. */
function source({ link }: Card): readonly Element[] {
  const block = link && lineBlock([{ kind: 'link', ...link }], { limit: LINK_CHARS, size: 'small' });
  return block ? [{ ...block, spacing: 'small' }] : [];
}

/** In the menu a form would not open (https://github.com/MicrosoftDocs/msteams-docs/issues/9223): what stands there is asked by the bot. */
function buttons(card: Card): readonly Action[] {
  const shown = card.buttons.slice(0, MOST_BUTTONS);
  const actsNow = card.state === 'open' || card.state === 'claimed';
  return [
    ...shown.map((action, index) => button(action, card, actsNow && index === 0)),
    ...[...card.buttons.slice(MOST_BUTTONS), ...card.more].map((action) =>
      pressButton(action, card.alert, { mode: 'secondary' }),
    ),
  ].slice(0, MOST_ACTIONS);
}

function button(action: ActionId, card: Card, primary: boolean): Action {
  const look = primary ? { style: 'positive' as const } : {};
  if (!asksFirst(action) || isOfPostMortem(action)) return pressButton(action, card.alert, look);
  const form = cardForm(action, card);
  const ask: ShowCard = {
    type: 'Action.ShowCard',
    title: ACTION_NAMES[action],
    tooltip: form.title,
    ...look,
    card: {
      type: 'AdaptiveCard',
      body: formFields(form),
      actions: [submitButton(action, card.alert, form.submit)],
    },
  };
  return ask;
}
