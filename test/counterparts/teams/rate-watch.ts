/** https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit: per bot and conversation, sending and creating. */
const SEND_WINDOWS: readonly Window[] = [
  { seconds: 1, calls: 7 },
  { seconds: 2, calls: 8 },
  { seconds: 30, calls: 60 },
  { seconds: 3600, calls: 1800 },
];
/** The same page: asking for the members of a conversation. */
const READ_WINDOWS: readonly Window[] = [
  { seconds: 1, calls: 14 },
  { seconds: 2, calls: 16 },
  { seconds: 30, calls: 120 },
  { seconds: 3600, calls: 3600 },
];
/** The same page: all that one app asks of one tenant. */
const TENANT_WINDOWS: readonly Window[] = [{ seconds: 1, calls: 50 }];

export interface Window {
  readonly seconds: number;
  readonly calls: number;
}

/** One call that was one too many in a window. */
export interface Breach {
  /** The conversation, or `tenant` for all together. */
  readonly of: string;
  readonly kind: 'send' | 'read' | 'tenant';
  readonly window: Window;
  /** How many calls the window held with this one. */
  readonly calls: number;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface Busiest {
  readonly of: string;
  readonly calls: number;
  /** When the window ended. */
  readonly at: number;
}

/** Counts every call in every window that Teams has, whether the call was taken or refused. */
export interface RateWatch {
  /** The breaches that this call is, worst window last; none where it was within the limits. */
  readonly note: (call: {
    /** Absent where the call belongs to no conversation. */
    readonly conversation?: string;
    readonly kind: 'send' | 'read';
    readonly at: number;
  }) => readonly Breach[];
  readonly breaches: () => readonly Breach[];
  /** The most calls in one window of so many seconds: of one conversation, of `tenant`, or of whichever had the most. */
  readonly busiest: (asked: { readonly of?: string; readonly seconds: number }) => Busiest | undefined;
  readonly clear: () => void;
}

interface Track {
  readonly of: string;
  readonly kind: Breach['kind'];
  readonly windows: readonly Window[];
  times: number[];
  readonly most: Map<number, Busiest>;
}

export function createRateWatch(): RateWatch {
  const tracks = new Map<string, Track>();
  let breaches: Breach[] = [];
  const track = (of: string, kind: Breach['kind'], windows: readonly Window[]): Track => {
    const key = `${kind} ${of}`;
    let found = tracks.get(key);
    if (!found) tracks.set(key, (found = { of, kind, windows, times: [], most: new Map() }));
    return found;
  };
  return {
    note: ({ conversation, kind, at }) => {
      const own = kind === 'send' ? SEND_WINDOWS : READ_WINDOWS;
      const hit = [
        ...(conversation === undefined ? [] : count(track(conversation, kind, own), at)),
        ...count(track('tenant', 'tenant', TENANT_WINDOWS), at),
      ];
      breaches.push(...hit);
      return hit;
    },
    breaches: () => breaches,
    busiest: ({ of, seconds }) => {
      let most: Busiest | undefined;
      for (const each of tracks.values()) {
        if (of === undefined ? each.kind !== 'send' : each.of !== of) continue;
        const found = each.most.get(seconds);
        if (found && found.calls > (most?.calls ?? 0)) most = found;
      }
      return most;
    },
    clear: () => {
      tracks.clear();
      breaches = [];
    },
  };
}

function count(track: Track, at: number): Breach[] {
  const longest = track.windows.at(-1)?.seconds ?? 0;
  const stale = firstAfter(track.times, at - longest * 1000);
  if (stale > 1000) track.times = track.times.slice(stale);
  track.times.push(at);
  const breaches: Breach[] = [];
  for (const window of track.windows) {
    const calls = track.times.length - firstAfter(track.times, at - window.seconds * 1000);
    if (calls > (track.most.get(window.seconds)?.calls ?? 0)) {
      track.most.set(window.seconds, { of: track.of, calls, at });
    }
    if (calls > window.calls) breaches.push({ of: track.of, kind: track.kind, window, calls, at });
  }
  return breaches;
}

/** The place of the first time later than `moment` in an ascending list. */
function firstAfter(times: readonly number[], moment: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] ?? 0) <= moment) low = middle + 1;
    else high = middle;
  }
  return low;
}
