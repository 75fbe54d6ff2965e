/** A private answer: as a card where something can be pressed, as plain words where Teams takes no more. */
import type { Note, NoteItem } from '../../../cards/note.js';
import type { Line } from '../../../cards/text.js';
import {
  type ActionSet,
  type AdaptiveCard,
  adaptiveCard,
  type Container,
  type Element,
  type Execute,
} from './adaptive-card.js';
import type { On } from './action-data.js';
import { mineButton, MOST_BUTTONS, pressButton, refreshButton, shareButton } from './buttons.js';
import { chartElements } from './chart-element.js';
import { lineBlock, textBlock } from './line-block.js';
import { spokenText } from './line-text.js';
import { withinSize } from './within-size.js';

const LINE_CHARS = 400;
const MOST_LINES = 40;
const ITEM_CHARS = 400;
/** Of alerts with buttons on one card, which stays within what a message may hold. */
export const MOST_ITEMS = 12;
const TEXT_CHARS = 3_000;

export interface ReadAt {
  /** Where it is read at once: relative times are said in words. */
  readonly now?: Date;
  /** The reader's, as Teams sends it with what they did (`localTimezone`). */
  readonly timeZone?: string;
}

type BackTo = number | { readonly postMortemOf: number } | 'mine';

interface NotePlace extends ReadAt {
  /** The alert whose card the note stands in place of, for whoever pressed there, or the card of its post-mortem, or of what is theirs. */
  readonly backTo?: BackTo;
}

export function renderNote(note: Note, { now, backTo }: NotePlace): AdaptiveCard {
  const told = now ? { now } : {};
  return withinSize((share) =>
    adaptiveCard({
      fallbackText: noteText(note, told),
      body: [
        ...lines(note.lines, told, share),
        ...items(note, told, share, note.rollUp && 'roll_up'),
        ...lines(note.after ?? [], told, share),
        ...chartElements(note.chart, share),
        ...buttonSets(note),
      ],
      ...(backTo !== undefined && { actions: [backButton(backTo)] }),
    }),
  );
}

function backButton(backTo: BackTo): Execute {
  if (typeof backTo === 'object') return pressButton('show_post_mortem', backTo.postMortemOf);
  return backTo === 'mine' ? mineButton('Back to the list') : refreshButton(backTo, 'Back to the card');
}

/**
 * What is somebody's, in their own chat: buttons bring the same card back, and the client of `userId` asks for it anew by itself
 * whenever it is shown: https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/user-specific-views
 */
export function renderMine(note: Note, { now, userId }: ReadAt & { readonly userId: string }): AdaptiveCard {
  const told = now ? { now } : {};
  const again = mineButton('Refresh');
  return withinSize((share) =>
    adaptiveCard({
      fallbackText: noteText(note, told),
      body: [...lines(note.lines, told, share), ...items(note, told, share, 'mine')],
      actions: [again],
      refresh: { action: again, userIds: [userId] },
    }),
  );
}

/** For an answer of type `application/vnd.microsoft.activity.message`, and for notifications. Never empty. */
export function noteText({ lines, items = [], after = [] }: Note, told: ReadAt): string {
  const words = [...lines, ...items.map((item) => item.line), ...after]
    .map((line) => spokenText(line, { limit: LINE_CHARS, ...told }))
    .filter((line) => line !== '')
    .reduce((all, line) => (all.length + line.length < TEXT_CHARS ? `${all}${line}\n\n` : all), '');
  return words.trim() || 'Earshot';
}

type Told = Pick<ReadAt, 'now'>;

function lines(said: readonly Line[], told: Told, share: number): readonly Element[] {
  return said.slice(0, MOST_LINES).flatMap((line, index) => {
    const block = lineBlock(line, { limit: LINE_CHARS * share, ...told });
    return block ? [{ ...block, spacing: index === 0 ? ('default' as const) : ('small' as const) }] : [];
  });
}

function items({ items: listed = [] }: Note, told: Told, share: number, on?: On): readonly Element[] {
  const shown = listed.slice(0, MOST_ITEMS);
  const left = listed.length - shown.length;
  return [
    ...shown.map((item) => itemContainer(item, told, share, on)),
    ...(left > 0 ? [textBlock(`${left} more are not shown here.`, { isSubtle: true })] : []),
  ];
}

function itemContainer(
  { alert, line, buttons }: NoteItem,
  told: Told,
  share: number,
  on: On | undefined,
): Container {
  const words = lineBlock(line, { limit: ITEM_CHARS * share, ...told });
  const set: ActionSet = {
    type: 'ActionSet',
    spacing: 'small',
    actions: buttons.slice(0, MOST_BUTTONS).map((action) => pressButton(action, alert, {}, on)),
  };
  return {
    type: 'Container',
    separator: true,
    spacing: 'medium',
    items: [...(words ? [words] : []), ...(set.actions.length > 0 ? [set] : [])],
  };
}

/** One row for each alert that the buttons speak of. */
function buttonSets({ buttons = [], share }: Note): readonly ActionSet[] {
  const alerts = [...new Set(buttons.map((button) => button.alert))].slice(0, MOST_ITEMS);
  const sets = alerts.map((alert): ActionSet => {
    const actions = buttons.filter((button) => button.alert === alert).map((button) => button.action);
    return {
      type: 'ActionSet',
      spacing: 'medium',
      actions: [...new Set(actions)].slice(0, MOST_BUTTONS).map((action) => pressButton(action, alert)),
    };
  });
  if (share === undefined) return sets;
  return [...sets, { type: 'ActionSet', spacing: 'medium', actions: [shareButton(share)] }];
}
