/** What is forgotten when its time has come: raw bodies, requests seen long ago, summaries that nobody shared. */
import type { Clock, Transaction } from './transaction.js';

export interface KeepHouseStore {
  /** Empties raw bodies whose retention has ended, at most `limit`. */
  forgetBodies(now: Date, limit: number): Promise<number>;
  /** Forgets requests seen before `before`, buckets untouched since, summaries asked for and never shared, what a model answered a month before, and notices that nothing can clear after a week. */
  forgetRequests(before: Date, limit: number): Promise<number>;
}

export interface KeepHouseDeps {
  readonly transaction: Transaction<KeepHouseStore>;
  readonly clock: Clock;
}

/** One slice stays well under the 200 ms that a statement may take on the embedded database. */
const SLICE = 500;
/** Slack sends again within minutes, a signature is good for five; a day is ample. */
const REMEMBER_REQUESTS_MS = 86_400_000;

/** At most this many slices a minute; what is left waits for the next. */
const SLICES = 50;

/** Forgets everything whose time has come, slice by slice. */
export async function keepHouse({ transaction, clock }: KeepHouseDeps): Promise<void> {
  const now = clock();
  for (let slice = 0; slice < SLICES; slice += 1) {
    const bodies = await transaction((store) => store.forgetBodies(now, SLICE));
    const requests = await transaction((store) =>
      store.forgetRequests(new Date(now.getTime() - REMEMBER_REQUESTS_MS), SLICE),
    );
    if (bodies < SLICE && requests < SLICE) return;
  }
}
