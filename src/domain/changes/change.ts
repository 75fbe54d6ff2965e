/** What a person can do to an alert, and what comes of it: every verb answers with the changed fields and an event, or a refusal. */
import type { Alert, Dismissal, Outcome } from '../alert.js';
import type { AlertEvent } from '../alert-event.js';
import type { ContactChannel, ContactResult } from '../follow-up/contact.js';
import type { Severity } from '../severity.js';

export type Change =
  | { readonly verb: 'claim' }
  | { readonly verb: 'release' }
  | { readonly verb: 'take_over'; readonly why: string }
  | { readonly verb: 'reassign'; readonly to: string; readonly why?: string }
  | {
      readonly verb: 'resolve';
      readonly outcome: Outcome;
      readonly rootCause: string;
      readonly note?: string;
    }
  | { readonly verb: 'dismiss'; readonly dismissal: Dismissal; readonly note?: string }
  | { readonly verb: 'reopen'; readonly why?: string }
  | { readonly verb: 'change_severity'; readonly to: Severity; readonly why?: string }
  | { readonly verb: 'snooze'; readonly until: Date }
  | { readonly verb: 'wake' }
  | { readonly verb: 'still_on_it' }
  | {
      readonly verb: 'log_contact';
      readonly channel: ContactChannel;
      readonly result: ContactResult;
      readonly note?: string;
      readonly next?: Date;
    }
  | { readonly verb: 'promise'; readonly due: Date; readonly timeZone: string };

export type Verb = Change['verb'];

/** The fields of an alert that a change sets; `null` empties one. */
export type AlertFields = {
  readonly [
    Field in
      | 'state'
      | 'severity'
      | 'ownerId'
      | 'claimedAt'
      | 'closedAt'
      | 'closedBy'
      | 'outcome'
      | 'rootCause'
      | 'closingNote'
      | 'dismissal'
      | 'respondBy'
      | 'resolveBy'
      | 'respondMissedAt'
      | 'resolveMissedAt'
      | 'snoozedUntil'
      | 'snoozedBy'
      | 'touchedAt'
      | 'contactedAt'
      | 'nextContactAt'
      | 'promisedAt'
      | 'promiseZone'
  ]?: NonNullable<Alert[Field]> | null;
};

export interface Changed {
  readonly fields: AlertFields;
  readonly event: AlertEvent;
}

/** Why nothing changed. The alert as it stands tells who has it and since when. */
export interface Refused {
  readonly refused: RefusalReason;
}

export type RefusalReason =
  | 'taken' // somebody else owns it
  | 'already_yours'
  | 'not_claimed'
  | 'closed'
  | 'not_closed'
  | 'unchanged' // it is so already
  | 'superseded'; // a newer unclosed alert holds the matter

export type Verdict = Changed | Refused;

export function isRefused(verdict: Verdict): verdict is Refused {
  return 'refused' in verdict;
}

/** What every verb is decided from. */
export interface Situation {
  readonly alert: Alert;
  readonly actorId: string;
  readonly at: Date;
}
