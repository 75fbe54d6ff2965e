/** Looks in places cost calls as posts do: they take tokens, owe what they took beyond them, and close what was refused. */
import { type BucketState, closeBucket, oweTokens, takeTokens } from './buckets.js';
import type { Looked, Place, Platform } from './platform.js';
import type { PostingStore } from './posting-store.js';

export interface PlaceToLook {
  readonly platform: Platform;
  readonly place: Place;
}

/** Those of the places for which there is a look now, its tokens taken. */
export async function takeLooks<Each extends PlaceToLook>(
  store: PostingStore,
  places: readonly Each[],
  { now, unlimited }: { readonly now: Date; readonly unlimited: boolean },
): Promise<readonly Each[]> {
  const keys = keysOf(places);
  if (unlimited || keys.length === 0) return places;
  const states = new Map<string, BucketState>(await store.lockBuckets(keys));
  const spent = new Set<string>();
  const granted = places.filter(({ platform, place }) => {
    const taken = takeTokens(platform.lookBuckets(place), states, now);
    if (!taken.granted) return false;
    for (const bucket of taken.buckets) {
      states.set(bucket.key, bucket);
      spent.add(bucket.key);
    }
    return true;
  });
  save(store, states, spent);
  return granted;
}

export async function settleLooks(
  store: PostingStore,
  looks: readonly (PlaceToLook & { readonly looked: Looked })[],
  now: Date,
): Promise<void> {
  const costly = looks.filter(({ looked }) => looked.calls > 1 || looked.closes !== undefined);
  const closing = costly.flatMap(({ looked }) => looked.closes?.keys ?? []);
  const keys = [...new Set([...keysOf(costly), ...closing])].sort();
  if (keys.length === 0) return;
  const states = new Map<string, BucketState>(await store.lockBuckets(keys));
  for (const { platform, place, looked } of costly) {
    if (looked.calls > 1) {
      for (const use of platform.lookBuckets(place))
        states.set(use.key, oweTokens(use, states.get(use.key), looked.calls - 1, now));
    }
    const until = new Date(now.getTime() + (looked.closes?.forMs ?? 0));
    for (const key of looked.closes?.keys ?? [])
      states.set(key, closeBucket(key, states.get(key), until, now));
  }
  save(store, states, new Set(keys));
}

function keysOf(places: readonly PlaceToLook[]): readonly string[] {
  const keys = places.flatMap(({ platform, place }) => platform.lookBuckets(place).map(({ key }) => key));
  return [...new Set(keys)].sort();
}

function save(
  store: PostingStore,
  states: ReadonlyMap<string, BucketState>,
  which: ReadonlySet<string>,
): void {
  const changed = [...which].sort().flatMap((key) => states.get(key) ?? []);
  if (changed.length > 0) store.saveBuckets(changed);
}
