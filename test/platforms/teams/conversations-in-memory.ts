import type {
  TakenFrom,
  TeamsBinding,
  TeamsConversation,
  TeamsConversationStore,
} from '../../../src/use-cases/teams-conversations.js';
import type { Transaction } from '../../../src/use-cases/transaction.js';

export interface ConversationsInMemory {
  readonly transaction: Transaction<TeamsConversationStore>;
  readonly kept: Map<string, TeamsConversation>;
  readonly removed: Set<string>;
  /** The channel by team. */
  readonly bound: Map<string, string>;
  /** Thrown by whatever is asked next, until it is taken away. */
  failure: Error | undefined;
}

/** As storage/teams-conversations.ts keeps them, without a database. */
export function conversationsInMemory(): ConversationsInMemory {
  const kept = new Map<string, TeamsConversation>();
  const removed = new Set<string>();
  const bound = new Map<string, string>();
  const there = (id: string): TeamsConversation | undefined => (removed.has(id) ? undefined : kept.get(id));
  const isFrom = (from: TakenFrom, { id, teamId }: TeamsConversation): boolean =>
    'teamId' in from ? teamId === from.teamId : id === from.conversationId;
  const boundTo = (holds: (channel: string) => boolean): TeamsBinding[] =>
    [...bound].flatMap(([team, channelId]) => (holds(channelId) ? [{ team, channelId }] : []));
  const store: TeamsConversationStore = {
    rememberTeamsConversation: (conversation) => {
      kept.delete(conversation.id);
      kept.set(conversation.id, conversation);
      removed.delete(conversation.id);
      return Promise.resolve();
    },
    findTeamsConversation: (id) => Promise.resolve(there(id)),
    findPersonalTeamsConversation: (userId) =>
      Promise.resolve([...kept.values()].find((each) => each.userId === userId && there(each.id))),
    latestTeamsConversation: () => Promise.resolve([...kept.values()].findLast((each) => there(each.id))),
    forgetTeamsConversations: (from) => {
      const gone = [...kept.values()].filter((each) => isFrom(from, each) && there(each.id));
      for (const { id } of gone) removed.add(id);
      return Promise.resolve(boundTo((channel) => gone.some(({ id }) => id === channel)));
    },
    restoreTeamsChannels: (teamId) => {
      for (const each of kept.values()) if (each.teamId === teamId) removed.delete(each.id);
      return Promise.resolve(boundTo((channel) => kept.get(channel)?.teamId === teamId));
    },
    bindTeamsChannel: ({ team, channelId }) => {
      const before = bound.get(team);
      bound.set(team, channelId);
      return Promise.resolve(before);
    },
    unbindTeamsChannel: (channelId) => {
      const teams = boundTo((channel) => channel === channelId).map(({ team }) => team);
      for (const team of teams) bound.delete(team);
      return Promise.resolve(teams);
    },
    teamsBindings: () => Promise.resolve(boundTo(() => true)),
  };
  const memory: ConversationsInMemory = {
    kept,
    removed,
    bound,
    failure: undefined,
    transaction: async (work) => {
      if (memory.failure) throw memory.failure;
      return work(store);
    },
  };
  return memory;
}
