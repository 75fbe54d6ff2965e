import { capital } from '../cards/sentence.js';
import { backoffMs } from './backoff.js';
import { closeBucket } from './buckets.js';
import type { PostingDeps } from './posting-deps.js';
import { isDirect, type Leased } from './lease-batch.js';
import type { Sent } from './platform.js';
import type { FailedResult, PostedResult } from './posting-store.js';

export interface CallResult {
  readonly leased: Leased;
  /** Undefined: there was nothing to show. */
  readonly sent: Sent | undefined;
}

/** Writes what came of a number of calls: one statement for what was posted, one for what was not, one transaction. */
export async function recordResults(deps: PostingDeps, results: readonly CallResult[]): Promise<void> {
  const now = deps.clock();
  const posted = results.flatMap((result) => postedOf(result) ?? []);
  const failed = results.flatMap((result) => failedOf(result, now) ?? []);
  const closing = results.flatMap((result) => closingOf(result, now));
  const { freed } = await deps.redoable(async (store) => {
    const count =
      posted.length > 0 ? store.recordPosted(posted, now, deps.timing.settleMs) : Promise.resolve(0);
    // Its answer comes with the commit's; where it fails the transaction does.
    count.catch(() => undefined);
    if (failed.length > 0) store.recordFailed(failed, now);
    if (closing.length > 0) {
      const keys = [...new Set(closing.map(({ key }) => key))].sort();
      const states = await store.lockBuckets(keys);
      store.saveBuckets(keys.map((key) => closeBucket(key, states.get(key), latest(closing, key), now)));
    }
    return { freed: count };
  });
  for (const result of results) await afterwards(deps, result, now);
  if (
    (await freed) > 0 ||
    failed.some(({ state, isRollUp }) => state === 'lost' || (isRollUp && state === 'dead'))
  )
    deps.wake();
}

function postedOf({ leased, sent }: CallResult): PostedResult | undefined {
  const { due, token, revision } = leased;
  if (!sent) return { id: due.id, token, revision };
  if (sent.outcome !== 'posted') return undefined;
  const isNew = due.reference === undefined && due.rolledInto !== undefined;
  return {
    id: due.id,
    token,
    revision,
    reference: sent.reference,
    ...(isNew && { rolledInto: due.rolledInto }),
  };
}

function failedOf({ leased, sent }: CallResult, now: Date): FailedResult | undefined {
  if (!sent) return undefined;
  const { due, token } = leased;
  const failed = (state: FailedResult['state'], waitMs: number, why: string): FailedResult => ({
    id: due.id,
    token,
    state,
    notBefore: new Date(now.getTime() + waitMs),
    why,
    ...(due.role === 'roll_up' && { isRollUp: true as const }),
  });
  switch (sent.outcome) {
    case 'posted':
      return undefined;
    case 'channel_gone':
      return dies(due) ? failed('dead', 0, sent.why) : undefined;
    case 'later':
      return failed('wanted', sent.afterMs ?? backoffMs(due.attempt), sent.why);
    case 'unknown':
      // An edit can be repeated without harm; a new message must be looked for first.
      return due.reference === undefined
        ? failed('unknown', 0, sent.why)
        : { ...failed('wanted', backoffMs(due.attempt), sent.why), unsure: true };
    case 'lost':
      // Whoever deletes a digest does not want it again.
      if (due.role === 'detail') return failed('dead', 0, sent.why);
      return {
        ...failed('lost', 0, sent.why),
        ...(due.rootReference !== undefined && { thread: due.rootReference }),
      };
    case 'platform_stopped':
      return failed('wanted', 0, sent.why);
    case 'refused':
      return failed('dead', 0, sent.why);
  }
}

/** Whose channel is gone: what stands below a digest goes with it, and the cards that a roll-up stands for find their own way. */
function dies({ role }: Leased['due']): boolean {
  return role === 'detail' || role === 'roll_up';
}

interface Closing {
  readonly key: string;
  readonly until: Date;
}

function closingOf({ sent, leased }: CallResult, now: Date): readonly Closing[] {
  if (sent?.outcome !== 'later' || !sent.closes) return [];
  const until = new Date(now.getTime() + (sent.afterMs ?? backoffMs(leased.due.attempt)));
  return sent.closes.map((key) => ({ key, until }));
}

function latest(closing: readonly Closing[], key: string): Date {
  return new Date(
    Math.max(...closing.filter((each) => each.key === key).map(({ until }) => until.getTime())),
  );
}

async function afterwards(deps: PostingDeps, { leased, sent }: CallResult, now: Date): Promise<void> {
  const { due } = leased;
  if (!sent) return;
  const where = { message: due.id, platform: due.platform, channel: due.channel };
  switch (sent.outcome) {
    case 'posted':
      deps.count('posted', due.platform);
      return;
    case 'later':
    case 'unknown':
    case 'lost':
    case 'platform_stopped':
      deps.count(sent.outcome === 'unknown' ? 'unknown' : 'later', due.platform);
      deps.log.warn(
        { ...where, outcome: sent.outcome, why: sent.why, attempt: due.attempt },
        'not posted yet',
      );
      return;
    case 'refused':
      deps.count('refused', due.platform);
      deps.log.error(
        { ...where, why: sent.why },
        'the platform will not take this message: it is listed on the desk',
      );
      return;
    case 'channel_gone':
      if (dies(due)) deps.count('refused', due.platform);
      else await moveCard(deps, leased, sent.why, now);
  }
}

const COUNTED = { moved: 'moved', follows: 'later', given_up: 'refused' } as const;

/** The alert must not be lost with its channel: its card goes to the fallback, and a notice says what to mend. */
async function moveCard(deps: PostingDeps, { due, token }: Leased, why: string, now: Date): Promise<void> {
  const moves = due.role === 'card' || due.role === 'line';
  const to = moves ? deps.fallback(due.platform) : undefined;
  const moved = await deps.transaction((store) =>
    store.moveCard({ id: due.id, token, ...(to !== undefined && { to }), eventId: deps.newId(), why, now }),
  );
  if (moved === 'passed_on') return;
  if (moved !== 'given_up') deps.wake();
  deps.count(COUNTED[moved], due.platform);
  deps.log.warn({ message: due.id, channel: due.channel, moved, why }, 'a channel cannot be posted to');
  if (isDirect(due) || moved === 'follows') return;
  const consequence =
    moved === 'moved'
      ? `Its cards go to ${deps.channelName(due.platform, to ?? '')} meanwhile.`
      : `${moves ? 'Its cards wait' : 'What was shared there waits'} under Delivery; retry ${moves ? 'them' : 'it'} there once it is mended.`;
  await deps.notice(
    `channel:${due.platform}:${due.channel}`,
    `${capital(deps.channelName(due.platform, due.channel))} cannot be posted to: ${why}. ${consequence}`,
  );
}
