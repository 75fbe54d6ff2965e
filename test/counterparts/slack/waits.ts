import type { CallRecord } from './call-record.js';
import type { SlackMessage } from './message.js';
import type { SlackCommands, Wait } from './slack-commands.js';
import type { SocketMode } from './socket/socket-mode.js';
import type { World } from './world.js';

const USUAL_TIMEOUT_MS = 5000;

type Waits = Pick<
  SlackCommands,
  'waitForMessage' | 'waitForEphemeral' | 'waitForView' | 'waitForCalls' | 'waitForPosts' | 'waitForSockets'
>;

export function createWaits(options: {
  readonly world: World;
  readonly calls: CallRecord;
  readonly socketMode: SocketMode;
}): Waits {
  const { world, calls, socketMode } = options;
  const until = <Found>(wait: Wait, what: string, look: () => Found | undefined): Promise<Found> =>
    world.changes.until({ what, look, timeoutMs: wait.timeoutMs ?? USUAL_TIMEOUT_MS });
  const atLeast = (wait: Wait, count: number, what: string, look: () => number): Promise<number> =>
    until(wait, `${count} ${what}`, () => (look() >= count ? look() : undefined));

  return {
    waitForMessage: (wanted) =>
      until(wanted, `a message ${described(wanted)}`, () => {
        const channels = wanted.channel === undefined ? world.workspace.channels.keys() : [wanted.channel];
        for (const channel of channels) {
          const message = world.logs
            .of(channel)
            .all()
            .find((each) => fits(each, wanted));
          if (message) return { channel, message };
        }
        return undefined;
      }),
    waitForEphemeral: (wanted) =>
      until(wanted, `a private word ${described(wanted)}`, () =>
        world.ephemerals
          .of(wanted.user)
          .slice(wanted.after ?? 0)
          .find((each) => holds(each, wanted.containing)),
      ),
    waitForView: (wanted) =>
      until(wanted, `a view ${described(wanted)}`, () => {
        const top = world.views.stack(wanted.user).at(-1);
        return top && holds(top, wanted.containing) ? top : undefined;
      }),
    waitForCalls: (wanted) =>
      atLeast(wanted, wanted.count ?? 1, `calls of ${wanted.method}`, () => calls.count(wanted.method)),
    waitForPosts: (wanted) => atLeast(wanted, wanted.count, 'posts', () => world.posts.all().length),
    waitForSockets: (wanted = {}) =>
      until(wanted, `${wanted.count ?? 1} connections`, () =>
        socketMode.connections() === (wanted.count ?? 1) ? socketMode.connections() : undefined,
      ),
  };
}

function fits(
  message: SlackMessage,
  { containing, threadTs }: { readonly containing?: string; readonly threadTs?: string },
): boolean {
  if (threadTs !== undefined && message.thread_ts !== threadTs) return false;
  return holds(message, containing);
}

/** Compares with what would be sent, in which quotation marks and line ends are escaped. */
function holds(thing: object, words: string | undefined): boolean {
  return words === undefined || JSON.stringify(thing).includes(JSON.stringify(words).slice(1, -1));
}

function described(wanted: object): string {
  return Object.entries(wanted)
    .filter(([name]) => name !== 'timeoutMs')
    .map(([name, value]) => `${name} ${String(value)}`)
    .join(', ');
}
