/**
 * Where on Teams we may speak, and where a team of ours works. Kept from what Teams sends, because it cannot be asked for;
 * what posting asks at every alert is answered from memory.
 */
import type { Log } from '../../use-cases/log.js';
import type {
  TakenFrom,
  TeamsBinding,
  TeamsConversation,
  TeamsConversationStore,
} from '../../use-cases/teams-conversations.js';
import type { Clock, Transaction } from '../../use-cases/transaction.js';

export interface References {
  /** Undefined where Earshot is not installed. Throws DatabaseAway, as everything here that says Promise. */
  readonly findChannel: (channelId: string) => Promise<TeamsConversation | undefined>;
  /** The personal conversation with somebody, by their id on Teams; undefined where there was none yet. */
  readonly findPersonal: (userId: string) => Promise<TeamsConversation | undefined>;
  /** The conversation heard from last: a new one is begun through the same connector. */
  readonly latest: () => Promise<TeamsConversation | undefined>;
  /** `anew`: whatever this process wrote before, another may have changed it. False: it is known to be there, so that nothing was written. */
  readonly remember: (conversation: TeamsConversation, anew?: 'anew') => Promise<boolean>;
  /** Earshot was taken away there: the teams of ours that work there. */
  readonly forget: (from: TakenFrom) => Promise<readonly TeamsBinding[]>;
  /** Earshot is in a Microsoft team again: every team of ours that works in a channel of it. */
  readonly restore: (teamId: string, serviceUrl: string) => Promise<readonly TeamsBinding[]>;
  /** The channel that the team worked in before. */
  readonly bind: (binding: TeamsBinding & { readonly staffId: string }) => Promise<string | undefined>;
  /** The teams that worked there. */
  readonly unbind: (channelId: string) => Promise<readonly string[]>;
  /** Where the team works, even if Earshot was taken away there; from memory. */
  readonly channelOf: (team: string) => string | undefined;
  /** Who works in a channel; from memory. */
  readonly teamsIn: (channelId: string) => readonly string[];
  /** Reads the bindings now: another process may have changed them. */
  readonly refresh: () => Promise<void>;
  readonly start: () => void;
  readonly stop: () => void;
}

interface ReferencesDeps {
  readonly transaction: Transaction<TeamsConversationStore>;
  readonly clock: Clock;
  readonly log: Log;
}

const REFRESH_MS = 5_000;
/** What has not changed is written again after this, so that the latest is known without a write for every message. */
const WRITE_AGAIN_MS = 15 * 60_000;
const MOST_REMEMBERED = 20_000;

export function createReferences({ transaction, clock, log }: ReferencesDeps): References {
  const written = new Map<string, { readonly text: string; readonly atMs: number }>();
  let bindings: readonly TeamsBinding[] = [];
  let timer: NodeJS.Timeout | undefined;

  const refresh = async (): Promise<void> => {
    bindings = await transaction((store) => store.teamsBindings());
  };
  const refreshQuietly = (): void => {
    refresh().catch((error: unknown) =>
      log.warn({ platform: 'teams', error }, 'The channels of teams could not be read anew'),
    );
  };

  return {
    findChannel: (channelId) => transaction((store) => store.findTeamsConversation(channelId)),
    findPersonal: (userId) => transaction((store) => store.findPersonalTeamsConversation(userId)),
    latest: () => transaction((store) => store.latestTeamsConversation()),
    remember: async (conversation, anew) => {
      const text = JSON.stringify(conversation);
      const at = clock();
      const known = written.get(conversation.id);
      if (!anew && known?.text === text && at.getTime() - known.atMs < WRITE_AGAIN_MS) return false;
      await transaction((store) => store.rememberTeamsConversation(conversation, at));
      if (written.size >= MOST_REMEMBERED) written.clear();
      written.set(conversation.id, { text, atMs: at.getTime() });
      return true;
    },
    forget: async (from) => {
      written.clear();
      return transaction((store) => store.forgetTeamsConversations(from, clock()));
    },
    restore: (teamId, serviceUrl) =>
      transaction((store) => store.restoreTeamsChannels(teamId, serviceUrl, clock())),
    bind: async (binding) => {
      const before = await transaction((store) => store.bindTeamsChannel({ ...binding, at: clock() }));
      await refresh();
      return before;
    },
    unbind: async (channelId) => {
      const teams = await transaction((store) => store.unbindTeamsChannel(channelId));
      await refresh();
      return teams;
    },
    channelOf: (team) => bindings.find((each) => each.team === team)?.channelId,
    teamsIn: (channelId) => bindings.filter((each) => each.channelId === channelId).map(({ team }) => team),
    refresh,
    start: () => {
      refreshQuietly();
      timer ??= setInterval(refreshQuietly, REFRESH_MS);
      timer.unref();
    },
    stop: () => {
      clearInterval(timer);
      timer = undefined;
    },
  };
}
