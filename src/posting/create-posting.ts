/**
 * The posting loop: brings every message to its wanted state. Leases a batch, makes the calls side by side, writes the results many
 * at a time; whatever happens in between is found again in the database.
 */
import { reportOf } from '../cards/report-of.js';
import { DatabaseAway } from '../use-cases/failures.js';
import { gatherBacklog } from './gather-backlog.js';
import { leaseBatch, type Leased } from './lease-batch.js';
import { lookForLate } from './look-for-late.js';
import { lookForUnknown } from './look-for-unknown.js';
import type { Call, Sent } from './platform.js';
import type { PostingDeps } from './posting-deps.js';
import { type CallResult, recordResults } from './record-results.js';

export interface Posting {
  /** Starts what is due now, at most so many messages. Answers how long to wait for the next, at the most. */
  run(limit: number): Promise<number>;
  /** Takes up what a process that died left behind, gathers what waits too long into roll-ups, and looks for messages whose outcome is unknown. */
  recover(): Promise<void>;
  /** Waits for the calls under way and writes their results, unless the database stays away. */
  drain(): Promise<void>;
}

/** Calls under way at once: enough to keep a platform busy, few enough to stay within a lease. */
const IN_FLIGHT = 128;
/** Not worth a lease for fewer. */
const LEAST_ROOM = 25;
const IDLE_MS = 500;

export function createPosting(deps: PostingDeps): Posting {
  const results: CallResult[] = [];
  const refused = new Map<string, number>();
  let inFlight = 0;
  let writing: Promise<void> | undefined;
  let roomFor: (() => void) | undefined;
  let giveUpAtMs = Number.POSITIVE_INFINITY;
  /** Of these this process will know, or knows, what came: they are not lost however late that can be written. */
  const known = new Set<Leased>();
  /** Whether cards may wait that were not gathered yet; who has just started does not know. */
  let mayWait = true;

  const write = async (): Promise<void> => {
    while (results.length > 0) {
      const batch = results.splice(0);
      deps.mark('before-result-commit');
      await keepTrying(
        deps,
        () => recordResults(deps, batch),
        () => performance.now() < giveUpAtMs,
      );
      for (const { leased } of batch) known.delete(leased);
      deps.changed();
    }
  };

  const finish = (result: CallResult): void => {
    mayWait ||= result.sent !== undefined && result.sent.outcome !== 'posted';
    inFlight -= 1;
    results.push(result);
    roomFor?.();
    // Results that come in the same turn of the loop are written together.
    writing ??= new Promise<void>((resolve) => setImmediate(resolve)).then(write).finally(() => {
      writing = undefined;
      if (results.length > 0) finishLater();
    });
  };
  const finishLater = (): void => {
    writing ??= write().finally(() => (writing = undefined));
  };

  const start = (leased: Leased): void => {
    inFlight += 1;
    known.add(leased);
    void makeCall(deps, leased).then(finish);
  };

  return {
    async run(limit) {
      const ready = deps.platforms.filter((platform) => platform.ready());
      if (ready.length === 0) return IDLE_MS;
      while (inFlight > IN_FLIGHT - LEAST_ROOM) await new Promise<void>((resolve) => (roomFor = resolve));
      roomFor = undefined;
      const now = deps.clock();
      const batch = await deps.transaction((store) =>
        leaseBatch(store, {
          platforms: ready,
          now,
          until: new Date(now.getTime() + deps.timing.leaseMs),
          token: deps.newId(),
          limit: Math.min(limit, IN_FLIGHT - inFlight),
          unlimited: deps.timing.unlimited,
          refused,
        }),
      );
      const { count, more, nextAt } = batch;
      mayWait ||= more || nextAt !== undefined;
      if (count > 0) {
        deps.mark('before-call');
        (await batch.leased).forEach(start);
      }
      if (more) return 0;
      return nextAt ? Math.min(IDLE_MS, Math.max(5, nextAt.getTime() - now.getTime())) : IDLE_MS;
    },

    async recover() {
      const tokens = [...new Set([...known].map(({ token }) => token))];
      await deps.transaction((store) => store.recoverSending(deps.clock(), tokens));
      if (mayWait && !deps.timing.unlimited) {
        mayWait = false;
        mayWait = await gatherBacklog(deps);
      }
      await lookForUnknown(deps);
      await lookForLate(deps);
    },

    async drain() {
      giveUpAtMs = performance.now() + DRAIN_MS;
      while (inFlight > 0 || results.length > 0 || writing) {
        await (writing ?? new Promise<void>((resolve) => setTimeout(resolve, 5)));
      }
      giveUpAtMs = Number.POSITIVE_INFINITY;
    },
  };
}

async function makeCall(deps: PostingDeps, leased: Leased): Promise<CallResult> {
  try {
    const call = leased.report ? await reportCall(deps, leased.report) : leased.call;
    if (!call) return { leased, sent: undefined };
    if ('outcome' in call) return { leased, sent: call };
    const sent = await leased.platform.send(call);
    deps.mark('after-call');
    return { leased, sent };
  } catch (error) {
    // A platform answers every failure it knows with an outcome; what it throws may have happened after the call went out.
    const why = error instanceof Error ? error.message : String(error);
    deps.log.error(
      { platform: leased.platform.name, why },
      'a platform failed in a way it should have named',
    );
    return { leased, sent: { outcome: 'unknown', why } };
  }
}

/** Nothing has gone out yet: where it cannot be counted now it is tried again. */
async function reportCall(
  deps: PostingDeps,
  { id, part, target }: NonNullable<Leased['report']>,
): Promise<Call | Sent | undefined> {
  try {
    const told = await deps.report(id);
    const report = told && reportOf(told);
    if (part === 'report') return report && { ...target, content: { kind: 'report', report } };
    return report?.parts && { ...target, content: { kind: 'parts', parts: report.parts } };
  } catch (error) {
    if (error instanceof DatabaseAway) return { outcome: 'later', why: 'the database is away' };
    throw error;
  }
}

const RETRY_MS = 500;
/** Whoever stops the process does not wait for ever. */
const DRAIN_MS = 5_000;

/** A result that cannot be written now is kept and tried again; when the process dies first, the lease runs out and it is looked for. */
async function keepTrying(
  deps: PostingDeps,
  work: () => Promise<void>,
  mayGoOn: () => boolean,
): Promise<void> {
  for (;;) {
    try {
      await work();
      return;
    } catch (error) {
      if (!(error instanceof DatabaseAway) || !mayGoOn()) {
        deps.log.error(
          { why: error instanceof Error ? error.message : String(error) },
          'results of posting could not be written',
        );
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
}
