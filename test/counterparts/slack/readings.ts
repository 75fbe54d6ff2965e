import type { SlackMessage } from './message.js';
import { userObject } from './methods/people.js';
import type { RateWatch } from './rate-watch.js';
import { type Calls, pick } from './recorded-call.js';
import type { SlackCommands } from './slack-commands.js';
import type { World } from './world.js';

type Readings = Pick<
  SlackCommands,
  | 'messages'
  | 'thread'
  | 'directMessages'
  | 'ephemerals'
  | 'views'
  | 'home'
  | 'userObject'
  | 'calls'
  | 'callCounts'
  | 'posts'
  | 'duplicates'
  | 'busiestSecond'
  | 'clearRecords'
>;

/** What a test can see of the workspace and of what has been asked of it. */
export function createReadings(options: {
  readonly world: World;
  readonly calls: Calls;
  readonly rates: RateWatch;
}): Readings {
  const { world, calls, rates } = options;
  const { workspace, logs } = world;
  const thread = (channel: string, ts: string): readonly SlackMessage[] =>
    logs
      .of(channel)
      .all()
      .filter((each) => each.ts === ts || each.thread_ts === ts);
  return {
    messages: ({ channel }) => logs.of(channel).all(),
    thread: ({ channel, ts }) => thread(channel, ts),
    directMessages: ({ user }) => {
      const channel = [...workspace.channels.values()].find(
        (each) => each.kind === 'im' && each.members.includes(user),
      );
      return channel ? logs.of(channel.id).all() : [];
    },
    ephemerals: ({ user }) => world.ephemerals.of(user),
    views: ({ user }) => world.views.stack(user),
    home: ({ user }) => world.views.home(user) ?? null,
    userObject: ({ id }) => {
      const user = workspace.users.get(id);
      if (!user) throw new Error(`There is no user ${id}`);
      return userObject(user, workspace, true);
    },
    calls: (filter) => pick(calls, filter),
    callCounts: calls.counts,
    posts: world.posts.all,
    duplicates: world.posts.duplicates,
    busiestSecond: ({ channel } = {}) => rates.busiest(channel) ?? null,
    clearRecords: () => {
      calls.clear();
      rates.clear();
      world.posts.clear();
    },
  };
}
