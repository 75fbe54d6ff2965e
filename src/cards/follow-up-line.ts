/** What an alert's thread says of its follow-up: deadlines, snoozes, contacts and promises. */
import type { AlertEvent } from '../domain/alert-event.js';
import type { SettledPromise } from '../domain/follow-up/promise.js';
import { isTimeZone } from '../domain/zoned-time.js';
import { contactClause } from './contact-words.js';
import { known } from './known.js';
import { capital, sentence } from './sentence.js';
import { clock, type Inline, type Line, line } from './text.js';
import { clockIn } from './zone-words.js';

const NOTE_LIMIT = 2_000;

export type FollowUpEvent = Extract<
  AlertEvent,
  {
    kind:
      'deadline_missed' | 'snoozed' | 'woken' | 'still_on_it' | 'contacted' | 'promised' | 'promise_broken';
  }
>;

/** `who`: the person who did it, or Earshot. */
export function followUpLine(
  { event, actor }: { readonly event: FollowUpEvent; readonly actor?: unknown },
  who: Inline | string,
): Line {
  switch (event.kind) {
    case 'deadline_missed':
      return event.deadline === 'respond'
        ? line('Nobody has claimed this: it was to be answered by ', clock(new Date(event.due)), '.')
        : line('This is not resolved: it was to be by ', clock(new Date(event.due)), '.');
    case 'snoozed':
      return line(who, ' snoozed this until ', clock(new Date(event.until)), '.');
    case 'woken':
      return actor === undefined
        ? line('The snooze is over: this is awake again.')
        : line(who, ' woke this.');
    case 'still_on_it':
      return line(who, ' is still on it.');
    case 'contacted':
      return contacted(event, who);
    case 'promised': {
      const due = new Date(event.due);
      const there = isTimeZone(event.timeZone) && `, ${clockIn(due, event.timeZone)}`;
      const moved = event.movedFrom !== undefined && new Date(event.movedFrom);
      if (moved)
        return line(who, ' moved the promised call-back from ', clock(moved), ' to ', clock(due), there, '.');
      return line(
        who,
        ' promised the customer ',
        event.promise ? 'another' : 'a',
        ' call-back at ',
        clock(due),
        there,
        '.',
        promiseClause(event.promise),
      );
    }
    case 'promise_broken':
      return line('The call-back promised for ', clock(new Date(event.due)), ' did not happen.');
  }
}

function contacted(event: FollowUpEvent & { kind: 'contacted' }, who: Inline | string): Line {
  const note = known(event.note, NOTE_LIMIT);
  return line(
    who,
    `${contactClause(event)}.`,
    promiseClause(event.promise),
    note && ` ${sentence(capital(note))}`,
    event.next !== undefined && ' Next contact ',
    event.next !== undefined && clock(new Date(event.next)),
    event.next !== undefined && '.',
  );
}

/** What became of a promise with this, as a sentence of its own; empty where there was none. */
export function promiseClause(promise: SettledPromise | undefined): string {
  switch (promise?.outcome) {
    case undefined:
      return '';
    case 'kept':
      return ' The promise is kept.';
    case 'late':
      return ' Later than promised.';
    case 'broken':
      return ' The promised call-back did not happen.';
  }
}
