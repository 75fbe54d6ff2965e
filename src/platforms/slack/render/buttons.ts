/** The buttons of a card or a note. What comes back of them is opaque: the action's id and the alert's number. */
import type { types } from '@slack/bolt';
import { ACTION_NAMES, isAction, type ActionId, SHARE_NAME } from '../../../cards/actions.js';
import type { Card } from '../../../cards/card.js';
import { alertName } from '../../../domain/alert.js';
import { oneLine, shorten } from '../../../domain/plain-text.js';
import { isUuid } from '../../../domain/uuid.js';
import { BLOCK_KIT } from '../limits.js';
import { linkWords, webLink } from './web-link.js';

const MORE_ACTION = 'more';
/** A link button also sends a click; there is nothing to do for it. */
const LINK_ACTION = 'open_link';

const SHARE_ACTION = 'share';

type Button = types.Button;

interface ButtonsOf {
  readonly alert: number;
  /** What the alert is about, for people who hear the buttons rather than see them. */
  readonly about?: string;
  readonly buttons: readonly ActionId[];
  readonly more?: readonly ActionId[];
  /** Whether the first button is the one that most people want. */
  readonly primary?: boolean;
  readonly link?: Card['link'];
}

/** One row of buttons; undefined where there would be none. */
export function actionsBlock(row: ButtonsOf): types.ActionsBlock | undefined {
  const more = overflow(row);
  const link = linkButton(row.link);
  const room = BLOCK_KIT.actionsElements - 2;
  const elements = [
    ...row.buttons
      .slice(0, room)
      .map((action, index) => button(row, action, row.primary === true && index === 0)),
    ...(more ? [more] : []),
    ...(link ? [link] : []),
  ];
  return elements.length === 0 ? undefined : { type: 'actions', elements };
}

/** Under a summary that may be shown to others: what comes back is the id of the report. */
export function shareBlock(report: string): types.ActionsBlock {
  const text = plain(SHARE_NAME, BLOCK_KIT.buttonTextChars);
  return { type: 'actions', elements: [{ type: 'button', action_id: SHARE_ACTION, text, value: report }] };
}

function button(row: ButtonsOf, action: ActionId, primary: boolean): Button {
  return {
    type: 'button',
    action_id: action,
    text: plain(ACTION_NAMES[action], BLOCK_KIT.buttonTextChars),
    value: String(row.alert),
    accessibility_label: spoken(ACTION_NAMES[action], row),
    ...(primary && { style: 'primary' as const }),
  };
}

function overflow(row: ButtonsOf): types.Overflow | undefined {
  const options = inMenu(row.more ?? []).map((action) => ({
    text: plain(ACTION_NAMES[action], BLOCK_KIT.optionTextChars),
    value: `${action}:${row.alert}`,
  }));
  return options.length === 0 ? undefined : { type: 'overflow', action_id: MORE_ACTION, options };
}

/** What does not fit is offered in a note, by the last entry. */
function inMenu(more: readonly ActionId[]): readonly ActionId[] {
  if (more.length <= BLOCK_KIT.overflowOptions) return more;
  return [...more.slice(0, BLOCK_KIT.overflowOptions - 1), 'more_actions'];
}

function linkButton(given: Card['link']): Button | undefined {
  const link = given && webLink(given.url);
  if (!link) return undefined;
  const words = linkWords(oneLine(given.text), link.host);
  return {
    type: 'button',
    action_id: LINK_ACTION,
    text: plain(words, BLOCK_KIT.buttonTextChars),
    url: link.url,
    accessibility_label: shorten(`Open ${words}`, BLOCK_KIT.buttonLabelChars),
  };
}

/** "Claim CX-123, Maria Lopez at Acme …" */
function spoken(verb: string, { alert, about }: ButtonsOf): string {
  const name = `${verb} ${alertName(alert)}`;
  return shorten(about === undefined ? name : `${name}, ${oneLine(about)}`, BLOCK_KIT.buttonLabelChars);
}

/** Text that Slack shows as it stands; `emoji: false` keeps :names: from becoming pictures. */
export function plain(text: string, limit: number): types.PlainTextElement {
  return { type: 'plain_text', text: shorten(text.toWellFormed(), limit) || ' ', emoji: false };
}

/** The report to share, where that was pressed. */
export function readShared(pressed: {
  readonly actionId: string;
  readonly value: string;
}): string | undefined {
  return pressed.actionId === SHARE_ACTION && isUuid(pressed.value) ? pressed.value : undefined;
}

/** What was pressed: of a button its id and value, of the menu the chosen option's value. */
export function readPressed(pressed: {
  readonly actionId: string;
  readonly value: string;
}): { readonly action: ActionId; readonly alert: number } | undefined {
  const [action = '', number = ''] =
    pressed.actionId === MORE_ACTION ? pressed.value.split(':', 2) : [pressed.actionId, pressed.value];
  if (!isAction(action) || !/^[1-9]\d{0,8}$/u.test(number)) return undefined;
  return { action, alert: Number(number) };
}
