/** Why nothing changed, told to the one who asked: who has it, since when, and what can be done instead. */
import { type Alert, alertName } from '../domain/alert.js';
import type { AlertView } from '../domain/alert-view.js';
import type { RefusalReason } from '../domain/changes/change.js';
import type { Staff } from '../domain/staff.js';
import type { ActionId } from './actions.js';
import { ago } from './ago.js';
import { dismissalClause, outcomeClause } from './card-label.js';
import type { Note } from './note.js';
import { SEVERITY_NAMES } from './severity-names.js';
import { clock, command, type Inline, line, person, strong } from './text.js';

export interface Refusal {
  readonly reason: RefusalReason;
  /** The alert as it stood. */
  readonly view: AlertView;
  readonly actor: Staff;
  readonly attempted: ActionId;
  /** The unclosed alert that holds the matter now; for `superseded`. */
  readonly newer?: number;
}

type Words = readonly (string | Inline | undefined | false)[];

export function refusalNote(refusal: Refusal): Note {
  const { alert } = refusal.view;
  const { words, buttons = [] } = explained(refusal);
  return {
    lines: [line(strong(alertName(alert.number)), ': ', ...words)],
    ...(buttons.length > 0 && { buttons: buttons.map((action) => ({ action, alert: alert.number })) }),
  };
}

export function notFoundNote(alert: number): Note {
  return {
    lines: [line(`There is no ${alertName(alert)}. `, command('/cx-alerts'), ' shows what is not closed.')],
  };
}

function explained(refusal: Refusal): { readonly words: Words; readonly buttons?: readonly ActionId[] } {
  const { view, attempted, newer } = refusal;
  switch (refusal.reason) {
    case 'taken':
      return { words: [...hasHad(view), onlyOwner(attempted)], buttons: ['take_over'] };
    case 'already_yours':
      return { words: ['this has been yours', ...since(view.alert), '.'], buttons: ['resolve', 'release'] };
    case 'not_claimed':
      return { words: ['nobody has this, so it is free to claim. Nothing changed.'], buttons: ['claim'] };
    case 'closed':
      return { words: closedWords(refusal) };
    case 'not_closed':
      return view.alert.state === 'claimed'
        ? { words: ['this is not closed, so there is nothing to reopen. ', ...hasHad(view)] }
        : { words: ['this is open already, and nobody has claimed it yet.'], buttons: ['claim'] };
    case 'unchanged':
      return { words: unchangedWords(refusal) };
    case 'superseded':
      return {
        words: [
          newer === undefined ? 'a newer alert' : alertName(newer),
          ' is about the same matter and not closed yet. Nothing changed: carry on there.',
        ],
      };
  }
}

/** "Kim has had this since 10:04." */
function hasHad({ owner, alert }: AlertView): Words {
  return [owner ? person(owner) : 'somebody', ' has had this', ...since(alert), '.'];
}

function since({ claimedAt }: Alert): Words {
  return claimedAt === undefined ? [] : [' since ', clock(claimedAt)];
}

function onlyOwner(attempted: ActionId): string | undefined {
  switch (attempted) {
    case 'resolve':
      return ' Only the owner can resolve it. Nothing changed.';
    case 'release':
      return ' Only the owner can give it back. Nothing changed.';
    case 'dismiss':
      return ' Only the owner can set it aside now. Nothing changed.';
    case 'snooze':
    case 'remind_me':
    case 'wake':
      return ' Only the owner can put it off now. Nothing changed.';
    case 'log_contact':
    case 'promise':
    case 'still_on_it':
      return ' Only the owner speaks with the customer. Nothing changed.';
    case 'claim':
    case 'change_severity':
    case 'reassign':
    case 'history':
    case 'more_actions':
    case 'take_over':
    case 'reopen':
    case 'post_mortem':
    case 'show_post_mortem':
    case 'write_section':
    case 'add_item':
    case 'finish_item':
    case 'send_to_review':
    case 'complete_post_mortem':
    case 'reopen_post_mortem':
    case 'rewrite_section':
    case 'change_item':
    case 'unlink_alert':
      return undefined;
  }
}

/** "already resolved by Kim yesterday: recovered. Nothing changed." */
function closedWords({ view, actor }: Refusal): Words {
  const { alert, closedBy } = view;
  const dismissed = alert.state === 'dismissed';
  const closer = closedBy && (closedBy.id === actor.id ? 'you' : person(closedBy));
  return [
    dismissed ? 'already marked as not an issue' : 'already resolved',
    closer && ' by ',
    closer,
    alert.closedAt && ' ',
    alert.closedAt && ago(alert.closedAt),
    `${dismissed ? dismissalClause(alert) : outcomeClause(alert)}. Nothing changed.`,
  ];
}

function unchangedWords({ view, attempted, actor }: Refusal): Words {
  if (attempted === 'change_severity')
    return [`the severity is ${SEVERITY_NAMES[view.alert.severity].toLowerCase()} already. Nothing changed.`];
  if (attempted === 'wake') return ['this is awake already. Nothing changed.'];
  if (view.owner === undefined) return ['it is so already. Nothing changed.'];
  return view.owner.id === actor.id
    ? ['you have had this', ...since(view.alert), '. Nothing changed.']
    : [...hasHad(view), ' Nothing changed.'];
}
