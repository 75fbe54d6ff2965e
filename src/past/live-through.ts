/**
 * The demo's past, lived through before anybody looks: its calls are verified, read and kept, decided on, claimed and closed by the same
 * use cases as everything later, with a clock that goes from then to now. No sender could post yesterday, so they do not come over HTTP.
 */
import { randomBytes } from 'node:crypto';
import type { Change } from '../domain/changes/change.js';
import type { ZonedAudience } from '../domain/digest/audience.js';
import type { PlatformName, Policy } from '../domain/policy.js';
import { createNewId } from '../domain/uuid.js';
import type { PastAct, PastCall, PastMoment } from '../demo/past.js';
import type { ConfiguredSource } from '../http/configured-source.js';
import { byDay } from './by-day.js';
import { createPastDigests } from './past-digests.js';
import { createPastHearing } from './past-hearing.js';
import { createPastPosting } from './past-posting.js';
import { createPastTicks } from './past-ticks.js';
import { createPastViews } from './past-views.js';
import type { Platform } from '../posting/platform.js';
import type { Database } from '../storage/database.js';
import type { Store } from '../storage/store.js';
import { attendAlerts } from '../use-cases/attend-alerts.js';
import { changeAlert } from '../use-cases/change-alert.js';
import { findUser, type KnowStaffDeps } from '../use-cases/know-staff.js';
import type { Log } from '../use-cases/log.js';
import type { Transaction } from '../use-cases/transaction.js';
import { type ReadText, triageSignals } from '../use-cases/triage-signals.js';
import type { TriageStore } from '../use-cases/triage-store.js';

export interface LiveThroughDeps {
  readonly database: Pick<Database, 'accept' | 'redoable'>;
  readonly sources: ReadonlyMap<string, ConfiguredSource>;
  readonly policy: Policy;
  readonly channelsOf: (team: string) => Readonly<Partial<Record<PlatformName, string>>>;
  readonly read: ReadText;
  readonly people: KnowStaffDeps;
  readonly desk: Platform;
  /** Each hears the last digest before `now`. */
  readonly audiences: readonly ZonedAudience[];
  /** Where the past ends. */
  readonly now: Date;
  /** IANA name: in which somebody's morning is meant whose own zone is not known. */
  readonly timeZone: string;
  readonly log: Log;
}

/** The desk shows what its people were reminded of in the last day; twice as long leaves no edge of it. */
const REMINDED_MS = 2 * 86_400_000;

/** `moments` in their order, none later than `now`. Answers which of them came to nothing, in words. */
export async function liveThrough(
  deps: LiveThroughDeps,
  moments: readonly PastMoment[],
): Promise<readonly string[]> {
  const past = createPast(deps);
  for (const day of byDay(moments)) {
    await past.hear(day.filter((moment) => moment.kind === 'call'));
    await past.during(async () => {
      for (const moment of day) {
        await past.pass(moment.at);
        if (moment.kind === 'call') await past.decide(moment);
        else await past.act(moment);
      }
    });
  }
  await past.during(async () => {
    await past.pass(deps.now);
    await past.decideOnAll();
    await past.post();
  });
  return past.leftOut;
}

function createPast(deps: LiveThroughDeps) {
  const { database, policy, channelsOf, people, log } = deps;
  let at = new Date(0);
  const clock = (): Date => at;
  const newId = createNewId(clock, randomBytes);
  let store: Store | undefined;
  /** Everything of a day joins the transaction of that day. */
  const transaction: Transaction<Store> = async (work) => {
    if (!store) throw new Error('there is no day under way');
    return work(store);
  };
  const alerts = new Map<string, number>();
  /** By when somebody should answer, by the signal that opened the alert. */
  const openings = new Map<string, Date>();
  const ticks = createPastTicks(policy, new Date(deps.now.getTime() - REMINDED_MS));
  const views = createPastViews();
  const leftOut: string[] = [];
  let undecided = 0;

  const { hear, heardAs } = createPastHearing({
    accept: database.accept,
    sources: deps.sources,
    newId,
    clock,
    log,
  });
  const posting = createPastPosting({ transaction, desk: deps.desk, clock, newId, log, silence: policy });
  const digests = createPastDigests(deps.audiences, deps.now, {
    transaction,
    channelsOf,
    fallbackTeam: policy.fallbackTeam,
    silence: policy,
    platforms: [deps.desk.name],
    threaded: [],
    clock,
    newId,
    notices: { set: nothingToMend, clear: nothingToMend },
    changed: () => undefined,
  });

  async function during(work: () => Promise<void>): Promise<void> {
    await database.redoable(async (opened) => {
      store = views.remembering(opened);
      await work();
    });
    store = undefined;
  }

  async function pass(until: Date): Promise<void> {
    for (;;) {
      const [tick, digest] = [ticks.next(), digests.next()];
      if (tick && tick <= until && (!digest || tick <= digest)) {
        at = tick;
        await attend();
      } else if (digest && digest <= until) {
        at = digest;
        await decideOnAll();
        await posting.everything();
        await digests.send();
        await posting.everything();
      } else break;
    }
    at = until;
  }

  async function attend(): Promise<void> {
    ticks.ticked(at);
    await attendAlerts({
      transaction: (work) => transaction((opened) => work(ticks.looking(opened, at))),
      clock,
      newId,
      policy,
      platforms: [deps.desk.name],
      timeZone: deps.timeZone,
      changed: () => undefined,
    });
  }

  async function decide({ deliveryId, urgent }: PastCall): Promise<void> {
    undecided += 1;
    if (!urgent) return;
    await decideOnAll();
    const { signal, before } = heardAs(deliveryId);
    const [heard] = await transaction((opened) =>
      opened.heard({ limit: 1, ...(before !== undefined && { before }) }),
    );
    if (heard?.alert === undefined || heard.position !== signal) {
      leftOut.push(`${deliveryId} opened no alert`);
      return;
    }
    alerts.set(deliveryId, heard.alert);
    ticks.opened(heard.alert, openings.get(heard.position) ?? at);
    await posting.round();
  }

  async function decideOnAll(): Promise<void> {
    const { read } = deps;
    if (undecided > 0)
      await triageSignals({
        transaction: (work) => transaction((opened) => work(noting(opened))),
        clock,
        newId,
        policy,
        channelsOf,
        read,
        limit: undecided,
        mark: () => undefined,
      });
    undecided = 0;
  }

  function noting(opened: Store): TriageStore {
    return {
      ...opened,
      recordTriage(record) {
        for (const { lead, respondBy } of record.openings) openings.set(lead.signalId, respondBy);
        opened.recordTriage(record);
      },
    };
  }

  async function act({ about, userId, change }: PastAct): Promise<void> {
    const alert = alerts.get(about);
    if (alert === undefined) return;
    const actorId = await staffId(userId);
    const meant: Change = change.verb === 'reassign' ? { ...change, to: await staffId(change.to) } : change;
    const result = await changeAlert(
      { transaction, clock, newId, policy, changed: () => undefined },
      { alert, actorId, change: meant },
    );
    if (result.outcome === 'changed') ticks.look(result.view.alert, result.view.account?.tier, at);
    else leftOut.push(`${change.verb} of ${about}: ${result.outcome}`);
  }

  const staff = new Map<string, string>();
  async function staffId(userId: string): Promise<string> {
    const known = staff.get(userId);
    if (known !== undefined) return known;
    const found = await findUser({ ...people, transaction }, deps.desk.name, userId);
    if (!found) throw new Error(`nobody on the desk is ${userId}`);
    staff.set(userId, found.staff.id);
    return found.staff.id;
  }

  async function hearDay(calls: readonly PastCall[]): Promise<void> {
    const [first] = calls;
    if (first) at = first.at;
    await hear(calls);
  }

  return {
    hear: hearDay,
    during,
    pass,
    decide,
    decideOnAll,
    act,
    post: posting.everything,
    leftOut,
  };
}

function nothingToMend(): Promise<void> {
  return Promise.resolve();
}
