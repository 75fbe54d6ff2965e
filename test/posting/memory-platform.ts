/** A chat platform in memory that fails as told: what it has been asked, and what it holds. */
import type {
  BucketUse,
  Call,
  Found,
  Looked,
  Place,
  Platform,
  Sent,
  Sought,
  Target,
} from '../../src/posting/platform.js';

export interface MemoryPlatform extends Platform {
  /** What people would see: reference to newest content. */
  readonly shown: Map<string, Call>;
  /** Every call that was made, in order. */
  readonly calls: Call[];
  /** The outcome of the next calls, first to last; then everything works. `landed`: posted although the caller does not learn it. */
  readonly script: ((call: Call) => Sent & { readonly landed?: boolean })[];
  canLook: boolean;
  /** Where it was looked, and for what. */
  readonly looks: { readonly place: Place; readonly sought: readonly string[] }[];
  lookRate: Pick<BucketUse, 'capacity' | 'perSecond'>;
  /** What the next looks cost and close, first to last. */
  readonly lookScript: (() => Partial<Looked>)[];
  isReady: boolean;
}

export function createMemoryPlatform(mostInRollUp?: number): MemoryPlatform {
  const shown = new Map<string, Call>();
  let posts = 0;
  const land = (call: Call): string => {
    const reference = call.edit ?? `${call.channel}/${++posts}`;
    shown.set(reference, call);
    return reference;
  };
  const platform: MemoryPlatform = {
    name: 'desk',
    ...(mostInRollUp !== undefined && { mostInRollUp }),
    linkTo: (reference) => `https://chat.example/${reference}`,
    shown,
    calls: [],
    script: [],
    canLook: true,
    looks: [],
    lookRate: { capacity: 20, perSecond: 0.5 },
    lookScript: [],
    isReady: true,
    ready: () => platform.isReady,
    buckets: ({ channel, edit }: Target) =>
      edit ? [] : [{ key: `memory:${channel}`, capacity: 2, perSecond: 1 }],
    send(call) {
      platform.calls.push(call);
      const scripted = platform.script.shift()?.(call);
      if (!scripted) return Promise.resolve({ outcome: 'posted', reference: land(call) });
      const { landed, ...sent } = scripted;
      if (landed) land(call);
      return Promise.resolve(sent);
    },
    lookBuckets: () => [{ key: 'memory:look', ...platform.lookRate }],
    find(place, sought) {
      platform.looks.push({ place, sought: sought.map(({ messageId }) => messageId) });
      const look = ({ messageId, except }: Sought): Found => {
        if (!platform.canLook) return { outcome: 'impossible', why: 'no way to look' };
        const [reference] =
          [...shown].find(([each, call]) => call.messageId === messageId && each !== except) ?? [];
        return reference === undefined ? { outcome: 'not_found' } : { outcome: 'found', reference };
      };
      return Promise.resolve({ calls: 1, ...platform.lookScript.shift()?.(), found: sought.map(look) });
    },
  };
  return platform;
}
