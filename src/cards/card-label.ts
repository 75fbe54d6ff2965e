/** The state of an alert in words: what stands before the name in a title, and what ends the notification's sentence. */
import { type Alert, DISMISSAL_NAMES, OUTCOME_NAMES } from '../domain/alert.js';
import type { AlertView } from '../domain/alert-view.js';
import type { Staff } from '../domain/staff.js';
import { known } from './known.js';
import { midSentence } from './sentence.js';
import { SEVERITY_NAMES } from './severity-names.js';

/** "High", "Claimed by Kim", "Resolved: recovered", "Not an issue: already handled". */
export function cardLabel(view: AlertView): string {
  const { alert } = view;
  switch (alert.state) {
    case 'open':
      return `${SEVERITY_NAMES[alert.severity]}${asleep(alert)}`;
    case 'claimed':
      return `Claimed${by(view.owner)}${asleep(alert)}`;
    case 'resolved':
      return `Resolved${outcomeClause(alert)}`;
    case 'dismissed':
      return `Not an issue${dismissalClause(alert)}`;
  }
}

/** "nobody has claimed it yet", "claimed by Kim", "resolved by Kim: recovered", "not an issue: already handled". */
export function stateClause(view: AlertView): string {
  const { alert } = view;
  switch (alert.state) {
    case 'open':
      return `nobody has claimed it yet${asleep(alert)}`;
    case 'claimed':
      return `claimed${by(view.owner)}${asleep(alert)}`;
    case 'resolved':
      return `resolved${by(view.closedBy)}${outcomeClause(alert)}`;
    case 'dismissed':
      return `not an issue${dismissalClause(alert)}`;
  }
}

function asleep({ snoozedUntil }: Alert): string {
  return snoozedUntil === undefined ? '' : ', snoozed';
}

/** ": recovered"; nothing where no outcome is known. */
export function outcomeClause({ outcome }: Pick<Alert, 'outcome'>): string {
  return outcome === undefined ? '' : `: ${midSentence(OUTCOME_NAMES[outcome])}`;
}

/** ": already handled"; nothing where the reason is only in the note. */
export function dismissalClause({ dismissal }: Pick<Alert, 'dismissal'>): string {
  if (dismissal === undefined || dismissal === 'other') return '';
  return `: ${dismissal === 'test_or_spam' ? 'a test or spam' : midSentence(DISMISSAL_NAMES[dismissal])}`;
}

function by(staff: Staff | undefined): string {
  const name = known(staff?.name, 40);
  return name === undefined ? '' : ` by ${name}`;
}
