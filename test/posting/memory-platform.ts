/** A chat platform in memory that fails as told: what it has been asked, and what it holds. */
import type { Call, Found, Platform, Sent, Target } from '../../src/posting/platform.js';

export interface MemoryPlatform extends Platform {
  /** What people would see: reference to newest content. */
  readonly shown: Map<string, Call>;
  /** Every call that was made, in order. */
  readonly calls: Call[];
  /** The outcome of the next calls, first to last; then everything works. `landed`: posted although the caller does not learn it. */
  readonly script: ((call: Call) => Sent & { readonly landed?: boolean })[];
  canLook: boolean;
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
    find({ messageId, except }): Promise<Found> {
      if (!platform.canLook) return Promise.resolve({ outcome: 'impossible', why: 'no way to look' });
      const found = [...shown].find(
        ([reference, call]) => call.messageId === messageId && reference !== except,
      );
      return Promise.resolve(found ? { outcome: 'found', reference: found[0] } : { outcome: 'not_found' });
    },
  };
  return platform;
}
