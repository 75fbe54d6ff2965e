const WINDOW_MS = 1000;

export interface Busiest {
  readonly channel: string;
  /** Calls within one second. */
  readonly calls: number;
  /** When that second began, in milliseconds since 1970. */
  readonly from: number;
}

/** Counts chat.postMessage per channel in every window of a second, whether it was taken or refused. */
export interface RateWatch {
  readonly note: (channel: string, at: number) => void;
  /** How many calls the channel has had in the second before `at`. */
  readonly recent: (channel: string, at: number) => number;
  /** The busiest second so far: of one channel, or of whichever had the busiest. */
  readonly busiest: (channel?: string) => Busiest | undefined;
  readonly clear: () => void;
}

interface Channel {
  readonly channel: string;
  recent: number[];
  calls: number;
  from: number;
}

export function createRateWatch(): RateWatch {
  const channels = new Map<string, Channel>();
  const recent = (id: string, at: number): number =>
    channels.get(id)?.recent.filter((each) => each > at - WINDOW_MS).length ?? 0;
  return {
    recent,
    note: (id, at) => {
      let channel = channels.get(id);
      if (!channel) channels.set(id, (channel = { channel: id, recent: [], calls: 0, from: at }));
      channel.recent = channel.recent.filter((each) => each > at - WINDOW_MS);
      channel.recent.push(at);
      if (channel.recent.length > channel.calls) {
        channel.calls = channel.recent.length;
        channel.from = channel.recent[0] ?? at;
      }
    },
    busiest: (id) => {
      const asked = id === undefined ? [...channels.values()] : [channels.get(id)];
      const busiest = asked.reduce(
        (most, each) => ((each?.calls ?? 0) > (most?.calls ?? 0) ? each : most),
        undefined,
      );
      return busiest && { channel: busiest.channel, calls: busiest.calls, from: busiest.from };
    },
    clear: () => channels.clear(),
  };
}
