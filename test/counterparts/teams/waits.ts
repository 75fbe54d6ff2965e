import { createWaiting, described, holds } from '../frame/waiting.js';
import { directsTo } from './readings.js';
import type { Calls } from './recorded-call.js';
import type { TeamsCommands } from './teams-commands.js';
import type { World } from './world.js';

type Waits = Pick<TeamsCommands, 'waitForMessage' | 'waitForDirect' | 'waitForCalls' | 'waitForPosts'>;

export function createWaits(options: { readonly world: World; readonly calls: Pick<Calls, 'count'> }): Waits {
  const { world, calls } = options;
  const { until, atLeast } = createWaiting(world.changes);
  return {
    waitForMessage: (wanted) =>
      until(wanted, `a message ${described(wanted)}`, () =>
        world.log
          .all(wanted.conversation)
          .find(
            (each) =>
              (wanted.thread === undefined || each.thread === wanted.thread) &&
              holds(each.activity, wanted.containing),
          ),
      ),
    waitForDirect: (wanted) =>
      until(wanted, `a direct message ${described(wanted)}`, () =>
        directsTo(world, wanted.person).find((each) => holds(each.activity, wanted.containing)),
      ),
    waitForCalls: (wanted) =>
      atLeast(wanted, wanted.count ?? 1, `calls of ${wanted.operation}`, () => calls.count(wanted.operation)),
    waitForPosts: (wanted) => atLeast(wanted, wanted.count, 'posts', world.posts.count),
  };
}
