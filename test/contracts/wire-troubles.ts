/** What can go wrong on the way to every platform that is reached over HTTP, by what posting is to be told of it. */
import type { Befalling, WireFault } from '../counterparts/frame/faults.js';
import { sleep } from '../platforms/wire/until.js';
import type { Ground, Trouble } from './platform-ground.js';

/** What goes out on a connection that is being cut may have arrived. */
const CUT_MS = 50;

interface OnTheWire<Which> extends Ground {
  readonly rig: {
    readonly counterpart: {
      readonly setReachable: (options: { readonly reachable: boolean }) => Promise<void>;
      readonly fault: (fault: Which & Befalling & (WireFault | HttpStatus)) => void;
    };
  };
}

interface HttpStatus {
  readonly kind: 'http_status';
  readonly status: number;
  readonly stored?: boolean;
}

/** `which`: the calls that put a card up. */
export function wireTroubles<Which, G extends OnTheWire<Which>>(
  which: Which,
): Readonly<Record<'later' | 'unknown', readonly Trouble<G>[]>> {
  return {
    later: [
      {
        says: 'the connection is refused',
        make: async ({ rig }) => {
          await rig.counterpart.setReachable({ reachable: false });
          await sleep(CUT_MS);
        },
        mend: ({ rig }) => rig.counterpart.setReachable({ reachable: true }),
      },
      {
        says: 'too much was posted',
        make: ({ rig }) => rig.counterpart.fault({ ...which, kind: 'rate_limited', retryAfterSec: 1 }),
      },
    ],
    unknown: [
      {
        says: 'the connection broke after it was taken',
        make: ({ rig }) => rig.counterpart.fault({ ...which, kind: 'reset', stored: true }),
        isThere: true,
      },
      {
        says: 'the connection broke before it was taken',
        make: ({ rig }) => rig.counterpart.fault({ ...which, kind: 'reset', stored: false }),
      },
      {
        says: 'the platform failed after it was taken',
        make: ({ rig }) =>
          rig.counterpart.fault({ ...which, kind: 'http_status', status: 500, stored: true }),
        isThere: true,
      },
    ],
  };
}
