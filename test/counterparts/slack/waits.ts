import { createWaiting, described, holds } from '../frame/waiting.js';
import type { SlackMessage } from './message.js';
import type { Calls } from './recorded-call.js';
import type { SlackCommands } from './slack-commands.js';
import type { SocketMode } from './socket/socket-mode.js';
import type { World } from './world.js';

type Waits = Pick<
  SlackCommands,
  'waitForMessage' | 'waitForEphemeral' | 'waitForView' | 'waitForCalls' | 'waitForPosts' | 'waitForSockets'
>;

export function createWaits(options: {
  readonly world: World;
  readonly calls: Pick<Calls, 'count'>;
  readonly socketMode: SocketMode;
}): Waits {
  const { world, calls, socketMode } = options;
  const { until, atLeast } = createWaiting(world.changes);

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
