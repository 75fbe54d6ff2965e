/** What the staff of the demo did about a voice, told in minutes of their working time after it was heard. */
import type { Dismissal, Outcome } from '../../domain/alert.js';
import type { Change } from '../../domain/changes/change.js';
import type { ContactChannel } from '../../domain/follow-up/contact.js';
import type { Severity } from '../../domain/severity.js';
import type { DemoName } from '../demo-config.js';

export interface Act {
  readonly by: DemoName;
  readonly after: number;
  readonly change: (when: When) => Change;
}

/** What an act may speak of. */
interface When {
  /** So many minutes of working time after the voice. */
  readonly at: (after: number) => Date;
  /** The customer's. */
  readonly timeZone: string;
  readonly userId: (name: DemoName) => string;
}

type Deed = Omit<Act, 'by'>;

/** What one person did, in order. */
export function by(name: DemoName, ...deeds: readonly Deed[]): readonly Act[] {
  return deeds.map((deed) => ({ ...deed, by: name }));
}

/** As most go: claimed, the customer called, resolved. */
export function mends(
  name: DemoName,
  claimed: number,
  resolved: number,
  cause: string,
  outcome: Outcome = 'recovered',
): readonly Act[] {
  const called = claimed + Math.max(4, Math.min(35, Math.round((resolved - claimed) / 3)));
  return by(name, claims(claimed), reaches(called), resolves(resolved, outcome, cause));
}

export const claims = (after: number): Deed => plain(after, { verb: 'claim' });
export const releases = (after: number): Deed => plain(after, { verb: 'release' });
export const staysOn = (after: number): Deed => plain(after, { verb: 'still_on_it' });

export function reaches(after: number, channel: ContactChannel = 'call', note?: string): Deed {
  return plain(after, {
    verb: 'log_contact',
    channel,
    result: 'reached',
    ...(note !== undefined && { note }),
  });
}

/** Nobody answered; `again`: when they try next. */
export function misses(after: number, again: number, channel: ContactChannel = 'call'): Deed {
  return {
    after,
    change: ({ at }) => ({ verb: 'log_contact', channel, result: 'no_answer', next: at(again) }),
  };
}

export function promises(after: number, due: number): Deed {
  return { after, change: ({ at, timeZone }) => ({ verb: 'promise', due: at(due), timeZone }) };
}

export function snoozes(after: number, until: number): Deed {
  return { after, change: ({ at }) => ({ verb: 'snooze', until: at(until) }) };
}

export function hands(after: number, to: DemoName, why: string): Deed {
  return { after, change: ({ userId }) => ({ verb: 'reassign', to: userId(to), why }) };
}

export const takesOver = (after: number, why: string): Deed => plain(after, { verb: 'take_over', why });
export const reopens = (after: number, why: string): Deed => plain(after, { verb: 'reopen', why });

export function raises(after: number, to: Severity, why: string): Deed {
  return plain(after, { verb: 'change_severity', to, why });
}

export function resolves(after: number, outcome: Outcome, rootCause: string, note?: string): Deed {
  return plain(after, { verb: 'resolve', outcome, rootCause, ...(note !== undefined && { note }) });
}

export function dismisses(after: number, dismissal: Dismissal, note?: string): Deed {
  return plain(after, { verb: 'dismiss', dismissal, ...(note !== undefined && { note }) });
}

function plain(after: number, change: Change): Deed {
  return { after, change: () => change };
}
