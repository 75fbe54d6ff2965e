/** Teams as posting sees it. */
import type { Call, Platform, Sent } from '../../posting/platform.js';
import { bucketsOf } from './buckets.js';
import type { Gate } from './gate.js';
import { MOST_ITEMS } from './render/render-note.js';
import { send, type SendDeps } from './send.js';

export interface TeamsPlatformDeps extends SendDeps {
  readonly ready: () => boolean;
  readonly gate: Gate;
  /** A channel that cannot be posted to. */
  readonly channelGone: (channel: string) => void;
}

const CANNOT_LOOK = {
  outcome: 'impossible',
  why: 'Teams does not let a bot look for its own messages',
} as const;

/** About as long as the one post takes that the others wait for. */
const HELD_BACK_MS = 500;

export function createTeamsPlatform(deps: TeamsPlatformDeps): Platform {
  return {
    name: 'teams',
    mostInRollUp: MOST_ITEMS,
    ready: deps.ready,
    buckets: bucketsOf,
    send: async (call) => {
      const sent = await throughGate(deps, call);
      if (sent.outcome === 'channel_gone' || sent.outcome === 'lost') deps.places.doubt(call.channel);
      if (sent.outcome === 'channel_gone' && !call.direct) deps.channelGone(call.channel);
      return sent;
    },
    lookBuckets: () => [],
    find: (_place, sought) => Promise.resolve({ found: sought.map(() => CANNOT_LOOK), calls: 0 }),
  };
}

/** Edits may be made again, so they need no gate. */
async function throughGate(deps: TeamsPlatformDeps, call: Call): Promise<Sent> {
  if (call.edit !== undefined) return send(deps, call);
  const leave = deps.gate.enter();
  if (!leave) return { outcome: 'later', why: 'another message is tried first', afterMs: HELD_BACK_MS };
  try {
    return await send(deps, call);
  } finally {
    leave();
  }
}
