/** What the staff will do about one alert, made up by chance: most of it sensible, some of it not. */
import { DISMISSALS, OUTCOMES } from '../../src/domain/alert.js';
import type { Change } from '../../src/domain/changes/change.js';
import { CONTACT_CHANNELS, CONTACT_RESULTS } from '../../src/domain/follow-up/contact.js';
import { SEVERITIES } from '../../src/domain/severity.js';
import type { Chance } from '../chaos/seeded.js';

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;
/** People act on the half hour, so that a year has no more minutes to look at than it needs. */
export const SLOT_MS = 30 * MINUTE_MS;

/** `owner`: whoever has it then; `anybody`: one of the staff; `crowd`: three at the same moment. */
type Who = 'owner' | 'anybody' | 'crowd';

export interface Act {
  readonly at: Date;
  readonly who: Who;
  /** Where it depends on the moment it is done, or on whom it is handed to. */
  readonly change: (at: Date, colleague: string) => Change;
}

const claim: Act['change'] = () => ({ verb: 'claim' });

/** Slots after slots from `openedAt` on; never two acts in one slot. */
export function planFor(chance: Chance, openedAt: Date): readonly Act[] {
  let slot = 0;
  const plan: Act[] = [];
  const after = (slots: number, who: Who, change: Act['change']): void => {
    slot += slots;
    plan.push({ at: new Date(openedAt.getTime() + slot * SLOT_MS), who, change });
  };
  const close = (): void => {
    after(chance.between(1, 200), 'owner', ending(chance));
  };
  if (chance.happens(0.05)) {
    after(chance.between(1, 400), 'anybody', () => ({ verb: 'dismiss', dismissal: chance.pick(DISMISSALS) }));
    return plan;
  }
  if (chance.happens(0.05)) after(chance.between(1, 6), 'anybody', snoozed(chance));
  after(chance.between(1, 16), chance.happens(0.1) ? 'crowd' : 'anybody', claim);
  for (let left = chance.between(0, 4); left > 0; left -= 1) middle(chance, after);
  close();
  if (chance.happens(0.05)) {
    after(chance.between(1, 48), 'anybody', () => ({ verb: 'reopen' }));
    after(chance.between(1, 24), 'anybody', claim);
    close();
  }
  return plan;
}

function middle(chance: Chance, after: (slots: number, who: Who, change: Act['change']) => void): void {
  const soon = chance.between(1, chance.happens(0.7) ? 12 : 120);
  const who = chance.happens(0.1) ? 'anybody' : 'owner';
  switch (
    chance.pick([
      'contact',
      'promise',
      'promise',
      'snooze',
      'still',
      'wake',
      'release',
      'take',
      'hand',
      'severity',
    ])
  ) {
    case 'contact':
      after(soon, who, contact(chance));
      break;
    case 'promise':
      after(soon, who, promised(chance));
      // Some call on time, some too late, some never, some agree on another time.
      if (chance.happens(0.6)) after(chance.between(1, 12), 'owner', contact(chance));
      else if (chance.happens(0.3)) after(chance.between(1, 6), 'owner', promised(chance));
      break;
    case 'snooze':
      after(soon, who, snoozed(chance));
      break;
    case 'still':
      after(soon, who, () => ({ verb: 'still_on_it' }));
      break;
    case 'wake':
      after(soon, who, () => ({ verb: 'wake' }));
      break;
    case 'release':
      after(soon, who, () => ({ verb: 'release' }));
      after(chance.between(1, 24), 'anybody', claim);
      break;
    case 'take':
      after(soon, 'anybody', () => ({ verb: 'take_over', why: 'I know them' }));
      break;
    case 'hand':
      after(soon, who, (_, to) => ({ verb: 'reassign', to }));
      break;
    case 'severity':
      after(soon, who, () => ({ verb: 'change_severity', to: chance.pick(SEVERITIES) }));
  }
}

function contact(chance: Chance): Act['change'] {
  return (at) => ({
    verb: 'log_contact',
    channel: chance.pick(CONTACT_CHANNELS),
    result: chance.happens(0.7) ? 'reached' : chance.pick(CONTACT_RESULTS),
    ...(chance.happens(0.3) && { next: new Date(at.getTime() + chance.between(1, 96) * SLOT_MS) }),
  });
}

function promised(chance: Chance): Act['change'] {
  return (at) => ({
    verb: 'promise',
    due: new Date(at.getTime() + chance.between(1, 16) * SLOT_MS),
    timeZone: 'Europe/Madrid',
  });
}

function snoozed(chance: Chance): Act['change'] {
  return (at) => ({ verb: 'snooze', until: new Date(at.getTime() + chance.pick([1, 4, 24]) * HOUR_MS) });
}

function ending(chance: Chance): Act['change'] {
  return chance.happens(0.85)
    ? () => ({ verb: 'resolve', outcome: chance.pick(OUTCOMES), rootCause: 'refunds' })
    : () => ({ verb: 'dismiss', dismissal: chance.pick(DISMISSALS) });
}
