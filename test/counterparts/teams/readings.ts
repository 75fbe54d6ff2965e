import { cardOf, type TeamsMessage } from './message.js';
import type { RateWatch } from './rate-watch.js';
import { type Calls, pick } from './recorded-call.js';
import type { TeamsCommands } from './teams-commands.js';
import type { World } from './world.js';

type Readings = Pick<
  TeamsCommands,
  | 'messages'
  | 'message'
  | 'thread'
  | 'directs'
  | 'edits'
  | 'cardSeenBy'
  | 'notes'
  | 'calls'
  | 'callCounts'
  | 'posts'
  | 'duplicates'
  | 'breaches'
  | 'busiest'
  | 'clearRecords'
>;

/** What the bot has said to a person in their chat; empty where they have none. */
export function directsTo(world: World, named: string): readonly TeamsMessage[] {
  const { tenant, log } = world;
  const person = tenant.people.get(named);
  return log
    .all()
    .filter(
      (message) =>
        message.from === tenant.bot.id &&
        tenant.conversations.get(message.conversation)?.kind === 'personal' &&
        tenant.conversation(message.conversation).members?.[0] === person.id,
    );
}

/** What a test can see of the tenant and of what has been asked of it. */
export function createReadings(options: {
  readonly world: World;
  readonly calls: Calls;
  readonly rates: RateWatch;
}): Readings {
  const { world, calls, rates } = options;
  return {
    messages: ({ conversation } = {}) => world.log.all(conversation),
    message: ({ id }) => world.log.find(id) ?? null,
    thread: ({ root }) => world.log.all().filter((each) => each.id === root || each.thread === root),
    directs: ({ person }) => directsTo(world, person),
    edits: ({ message }) => world.log.find(message)?.revisions ?? [],
    cardSeenBy: ({ person, message }) => {
      const own = world.views.cardOf(world.tenant.people.get(person).id, message);
      const activity = world.log.find(message)?.activity;
      return own ?? (activity && cardOf(activity)) ?? null;
    },
    notes: ({ person }) => world.views.notesOf(world.tenant.people.get(person).id),
    calls: (filter) => pick(calls, filter),
    callCounts: calls.counts,
    posts: world.posts.all,
    duplicates: world.posts.duplicates,
    breaches: rates.breaches,
    busiest: ({ of, seconds = 1 } = {}) =>
      rates.busiest({ seconds, ...(of !== undefined && { of }) }) ?? null,
    clearRecords: () => {
      calls.clear();
      rates.clear();
      world.posts.clear();
    },
  };
}
