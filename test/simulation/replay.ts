/** What an alert was at each moment, from its events alone; and what its owner was to be reminded of, by the words of docs/operating.md. */
import type { AlertEvent } from '../../src/domain/alert-event.js';
import type { ReminderKind } from '../../src/domain/follow-up/reminder.js';
import type { Severity } from '../../src/domain/severity.js';
import { MINUTE_MS } from './plan.js';
import { GIVEN_MINUTES, SILENT_MINUTES } from './simulate.js';

/** Moments are milliseconds. */
export interface Recorded {
  readonly at: number;
  readonly actor: string | undefined;
  readonly event: AlertEvent;
}

export interface Stand {
  readonly since: number;
  readonly state: 'open' | 'claimed' | 'closed';
  readonly owner: string | undefined;
  readonly ownedSince: number | undefined;
  readonly severity: Severity;
  /** From when its deadlines count. */
  readonly begun: number;
  readonly contacted: boolean;
  readonly snoozed: number | undefined;
  readonly promised: number | undefined;
  readonly nextContact: number | undefined;
  readonly touched: number | undefined;
  /** Grows with each reopening. */
  readonly life: number;
}

export interface Span {
  readonly stand: Stand;
  /** What ended it; absent: it lasts. */
  readonly end?: Recorded;
}

/** Throws where an event could not have happened: two owners, or somebody who acts as the owner and is not. */
export function replay(events: readonly Recorded[]): readonly Span[] {
  const spans: Span[] = [];
  let stand: Stand | undefined;
  for (const recorded of events) {
    if (stand) spans.push({ stand, end: recorded });
    stand = next(stand, recorded);
  }
  return stand ? [...spans, { stand }] : spans;
}

function next(before: Stand | undefined, { at, actor, event }: Recorded): Stand {
  if (!before) {
    if (event.kind !== 'opened') throw new Error(`it begins with ${event.kind}`);
    return {
      ...{
        since: at,
        state: 'open',
        owner: undefined,
        ownedSince: undefined,
        severity: event.severity,
        begun: at,
      },
      ...{
        contacted: false,
        snoozed: undefined,
        promised: undefined,
        nextContact: undefined,
        touched: undefined,
      },
      life: 1,
    };
  }
  const now = { ...before, since: at, touched: actor === undefined ? before.touched : at };
  const mustOwn = (): void => {
    if (before.state !== 'claimed' || before.owner !== actor) throw new Error(`${event.kind} by no owner`);
  };
  const mustBe = (...states: readonly Stand['state'][]): void => {
    if (!states.includes(before.state)) throw new Error(`${event.kind} of one that is ${before.state}`);
  };
  const closed = {
    state: 'closed',
    snoozed: undefined,
    promised: undefined,
    nextContact: undefined,
  } as const;
  switch (event.kind) {
    case 'claimed':
      mustBe('open');
      return { ...now, state: 'claimed', owner: actor, ownedSince: at, snoozed: undefined };
    case 'released':
      mustOwn();
      return { ...now, state: 'open', owner: undefined, ownedSince: undefined };
    case 'taken_over':
      mustBe('claimed');
      if (event.from !== before.owner) throw new Error('taken over from somebody else');
      return { ...now, owner: actor, ownedSince: at };
    case 'reassigned':
      mustBe('open', 'claimed');
      if (event.from !== before.owner) throw new Error('handed on from somebody else');
      return { ...now, state: 'claimed', owner: event.to, ownedSince: at };
    case 'severity_changed':
      mustBe('open', 'claimed');
      return { ...now, severity: event.to };
    case 'resolved':
      mustOwn();
      return { ...now, ...closed };
    case 'dismissed':
      if (before.state === 'claimed') mustOwn();
      mustBe('open', 'claimed');
      return { ...now, ...closed };
    case 'reopened':
      mustBe('closed');
      return {
        ...now,
        ...{ state: 'open', owner: undefined, ownedSince: undefined, begun: at, contacted: false },
        life: before.life + 1,
      };
    case 'snoozed':
      if (before.state === 'claimed') mustOwn();
      mustBe('open', 'claimed');
      return { ...now, snoozed: Date.parse(event.until) };
    case 'woken':
      mustBe('open', 'claimed');
      return { ...now, snoozed: undefined, touched: at };
    case 'still_on_it':
      mustOwn();
      return now;
    case 'contacted':
      mustOwn();
      return {
        ...now,
        contacted: before.contacted || event.result !== 'no_answer',
        nextContact: event.next === undefined ? undefined : Date.parse(event.next),
        promised: event.result === 'no_answer' ? before.promised : undefined,
      };
    case 'promised':
      mustOwn();
      return { ...now, promised: Date.parse(event.due) };
    case 'promise_broken':
      return { ...now, promised: undefined };
    case 'deadline_missed':
      return now;
    case 'opened':
    case 'joined':
    case 'amended':
    case 'rerouted':
    case 'post_mortem_linked':
    case 'post_mortem_unlinked':
    case 'looked_at':
    case 'post_mortem_offered':
      throw new Error(`${event.kind} was not to happen`);
  }
}

export const respondBy = ({ begun, severity }: Stand): number =>
  begun + GIVEN_MINUTES[severity].respondMinutes * MINUTE_MS;
export const resolveBy = ({ begun, severity }: Stand): number =>
  begun + GIVEN_MINUTES[severity].resolveMinutes * MINUTE_MS;

export interface Due {
  readonly what: ReminderKind;
  readonly at: number;
  readonly about: number;
}

/** All that its owner is to hear while it stands so, whenever that is or was. */
export function dueWhile(stand: Stand): readonly Due[] {
  if (stand.state !== 'claimed') return [];
  const { promised, nextContact, snoozed, severity, contacted, ownedSince = 0 } = stand;
  const touched = stand.touched ?? Number.NEGATIVE_INFINITY;
  const minutes = (many: number): number => many * MINUTE_MS;
  const lead = (given: number): number => minutes(Math.min(1_440, Math.max(5, Math.round(given / 4))));
  const due: Due[] = [];
  if (nextContact !== undefined) due.push({ what: 'contact_due', at: nextContact, about: nextContact });
  if (promised !== undefined)
    for (const [what, before] of [
      ['promise_soon', 15],
      ['promise_soon', 5],
      ['promise_now', 0],
    ] as const)
      due.push({ what, at: promised - minutes(before), about: promised });
  const agreed = due.filter(({ at }) => at > touched);
  if (snoozed !== undefined) return [...agreed, { what: 'woken', at: snoozed, about: snoozed }];
  const [answer, solve] = [respondBy(stand), resolveBy(stand)];
  const { respondMinutes, resolveMinutes } = GIVEN_MINUTES[severity];
  const quietSince = stand.touched ?? ownedSince;
  return [
    ...agreed,
    ...(contacted
      ? []
      : [
          { what: 'respond_soon' as const, at: answer - lead(respondMinutes), about: answer },
          { what: 'respond_due' as const, at: answer, about: answer },
        ]),
    { what: 'resolve_soon', at: solve - lead(resolveMinutes), about: solve },
    { what: 'resolve_due', at: solve, about: solve },
    ...[1, 2, 3, 4, 5].map((times) => ({
      what: 'silent' as const,
      at: quietSince + times * minutes(SILENT_MINUTES[severity]),
      about: quietSince,
    })),
  ];
}
