/** At which minutes of the demo's past the clock has something to say, so that the others need not be lived through. */
import type { Alert } from '../domain/alert.js';
import { attend } from '../domain/follow-up/attend.js';
import { paceFor } from '../domain/follow-up/pace.js';
import { brokenFrom } from '../domain/follow-up/promise.js';
import type { Policy } from '../domain/policy.js';
import type { AttendAlertsStore } from '../use-cases/attend-alerts.js';

export interface PastTicks {
  /** Works out when an alert is due next, as it stands `at`. */
  readonly look: (alert: Alert, tier: string | undefined, at: Date) => void;
  readonly opened: (alert: number, respondBy: Date) => void;
  /** The next minute at which something is due, after what was ticked. */
  readonly next: () => Date | undefined;
  /** What is due until then is being said. */
  readonly ticked: (at: Date) => void;
  /** Looks at every alert that is attended to. Nobody else attends, and the past has no actions of post-mortems to remind of. */
  readonly looking: (store: AttendAlertsStore, at: Date) => AttendAlertsStore;
}

interface Due {
  /** When its thread hears of it. */
  readonly thread: Date | undefined;
  /** When its owner hears of it too. */
  readonly owner: Date | undefined;
}

const MINUTE_MS = 60_000;

/** Before `since` owners hear with the next thing that threads do: what they were reminded of that long ago is nobody's any more. */
export function createPastTicks(policy: Policy, since: Date): PastTicks {
  const due = new Map<number, Due>();

  const look: PastTicks['look'] = (alert, tier, at) => {
    const pace = paceFor(alert.severity, tier, policy);
    const { next: owner } = attend({ alert, attendedAt: at, pace, now: at });
    if (owner) due.set(alert.number, { owner, thread: threadHears(alert, at) });
    else due.delete(alert.number);
  };

  return {
    look,
    opened: (alert, respondBy) => void due.set(alert, { owner: respondBy, thread: respondBy }),
    next() {
      const all = [...due.values()];
      const thread = soonest(all.map((each) => each.thread));
      const owner = soonest(all.map((each) => (each.owner && each.owner < since ? since : each.owner)));
      const at = soonest([thread, owner]);
      return at && new Date(Math.ceil(at.getTime() / MINUTE_MS) * MINUTE_MS);
    },
    ticked(at) {
      for (const [alert, { thread, owner }] of due)
        due.set(alert, { thread: ahead(thread, at), owner: at < since ? owner : ahead(owner, at) });
    },
    looking: (store, at) => ({
      ...store,
      attendAlone: () => Promise.resolve(true),
      itemsToNudge: () => Promise.resolve([]),
      async alertsToAttend(now, limit, inHand) {
        const found = await store.alertsToAttend(now, limit, inHand);
        for (const { alert, tier } of found) look(alert, tier, at);
        return found;
      },
    }),
  };
}

function threadHears(alert: Alert, at: Date): Date | undefined {
  const { state, respondBy, resolveBy, snoozedUntil, promisedAt } = alert;
  const moments = [
    state === 'open' ? respondBy : undefined,
    resolveBy,
    snoozedUntil,
    promisedAt && brokenFrom(promisedAt),
  ];
  return soonest(moments.map((moment) => ahead(moment, at)));
}

function ahead(moment: Date | undefined, at: Date): Date | undefined {
  return moment && moment > at ? moment : undefined;
}

function soonest(moments: readonly (Date | undefined)[]): Date | undefined {
  return moments.reduce<Date | undefined>((a, b) => (a && b ? (a <= b ? a : b) : (a ?? b)), undefined);
}
