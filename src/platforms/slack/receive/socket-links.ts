/** Two connections at once: Slack renews each every few hours, and what people press in between must not fall into the gap. */
import {
  createSocketLink,
  type Envelope,
  type LinkState,
  type SocketLink,
  type SocketLinkDeps,
} from './socket-link.js';

/** Slack allows ten: https://docs.slack.dev/apis/events-api/using-socket-mode */
const CONNECTIONS = 2;

export interface SocketLinks {
  readonly start: (onEnvelope: (envelope: Envelope) => void) => void;
  readonly stop: () => Promise<void>;
  /** Why no connection is up; undefined while one is, and before the first try is over. */
  readonly fault: () => string | undefined;
}

export function createSocketLinks(deps: Omit<SocketLinkDeps, 'onEnvelope' | 'onState'>): SocketLinks {
  const { log } = deps;
  const states: (LinkState | undefined)[] = Array.from({ length: CONNECTIONS }, () => undefined);
  let links: readonly SocketLink[] = [];
  let wasUp: boolean | undefined;

  const fault = (): string | undefined => {
    if (states.some((each) => each?.state === 'up')) return undefined;
    return states
      .map((each) => (each?.state === 'down' ? each.why : undefined))
      .find((why) => why !== undefined);
  };

  const entered = (index: number, state: LinkState): void => {
    states[index] = state;
    const why = fault();
    const isUp = why === undefined;
    if (isUp === wasUp) return;
    wasUp = isUp;
    if (isUp) log.info({ platform: 'slack' }, 'Socket Mode is connected');
    else log.warn({ platform: 'slack', why }, 'Socket Mode is not connected; it is tried again');
  };

  return {
    fault,
    start: (onEnvelope) => {
      if (links.length > 0) return;
      links = states.map((_, index) =>
        createSocketLink({ ...deps, onEnvelope, onState: (state) => entered(index, state) }),
      );
      for (const link of links) link.start();
    },
    stop: async () => {
      await Promise.all(links.map((link) => link.stop()));
    },
  };
}
