/** The chat platforms that settings name, put together: what posting, the public door and the desk need of them. */
import { channelName } from '../cards/channel-name.js';
import type { Conversation } from '../conversation/conversation.js';
import type { Settings } from '../config/settings.js';
import type { PlatformName } from '../domain/policy.js';
import type { PlatformDoor } from '../http/public-routes.js';
import type { ConfiguredChannel } from '../platforms/slack/channels/check-channel.js';
import { RATES } from '../platforms/slack/limits.js';
import type { HealthState } from '../platforms/wire/health.js';
import type { Platform } from '../posting/platform.js';
import { startLoop, type WokenLoop } from '../schedule/woken-loop.js';
import { createSeenRequests } from '../storage/seen-requests.js';
import type { Store } from '../storage/store.js';
import { adoptCard } from '../use-cases/adopt-card.js';
import { createHomesRound } from '../use-cases/keep-homes.js';
import type { KnowStaffDeps } from '../use-cases/know-staff.js';
import type { Log } from '../use-cases/log.js';
import type { Clock, Transaction } from '../use-cases/transaction.js';

interface ChatDeps {
  readonly settings: Settings;
  readonly transaction: Transaction<Store>;
  readonly conversation: Conversation;
  readonly staff: KnowStaffDeps;
  readonly notices: {
    readonly set: (key: string, text: string) => Promise<void>;
    readonly clear: (key: string) => Promise<void>;
  };
  /** Is called whenever something that people look at has changed, here or in another process. */
  readonly subscribe: (listener: () => void) => () => void;
  /** There may be messages to run for. */
  readonly wake: () => void;
  readonly clock: Clock;
  readonly log: Log;
}

export interface Chat {
  readonly platforms: readonly Platform[];
  readonly doors: readonly PlatformDoor[];
  /** The channels of a team, by platform: as configured, or as somebody said in one. */
  readonly channelsOf: (team: string) => Readonly<Partial<Record<PlatformName, string>>>;
  /** As people know it, within a sentence. */
  readonly channelName: (platform: PlatformName, channel: string) => string;
  readonly status: () => readonly (HealthState & { readonly name: PlatformName })[];
  /** To be done before the first signal is decided on: reads what `channelsOf` answers from memory. Throws DatabaseAway. */
  readonly prepare: () => Promise<void>;
  readonly start: () => void;
  readonly stop: () => Promise<void>;
}

/** What changes together is shown together. */
const HOMES_GATHER_MS = 500;

/** Loads what stands for a platform only where it is configured: its SDK takes time and memory. */
export async function wireChat({ settings, transaction, subscribe, ...shared }: ChatDeps): Promise<Chat> {
  const { policy } = settings;
  const { clock, log } = shared;
  let homes: WokenLoop | undefined;
  let unsubscribe: (() => void) | undefined;
  const seen = createSeenRequests(transaction);
  const slack =
    settings.slack &&
    (await import('../platforms/slack/create-slack.js')).createSlack({
      ...shared,
      settings: { ...settings.slack, apiUrl: new URL(settings.slack.apiUrl) },
      channels: slackChannels(settings),
      seen,
      alertOf: (platform, reference) => transaction((store) => store.findShownAlert(platform, reference)),
      homeOpened: async (home) => {
        await transaction((store) => store.openHome({ ...home, platform: 'slack', at: clock() }));
        homes?.wake();
      },
      random: Math.random,
    });
  const teams =
    settings.teams &&
    (await import('../platforms/teams/create-teams.js')).createTeams({
      ...shared,
      settings: settings.teams,
      ...(settings.test?.teams && { standIn: settings.test.teams }),
      teams: policy.teams.map(({ name }) => name),
      onlyOnTeams: policy.teams.flatMap(({ name, channels }) =>
        slack && channels.slack !== undefined ? [] : [name],
      ),
      conversations: transaction,
      seen,
      viewAlert: (alert) => transaction((store) => store.viewAlert(alert)),
      adoptCard: (card) => adoptCard({ transaction, clock: shared.clock, wake: shared.wake }, card),
      random: Math.random,
    });
  const channelsOf: Chat['channelsOf'] = (team) => {
    const configured = policy.teams.find(({ name }) => name === team)?.channels;
    const bound = teams?.channelOf(team);
    return { ...configured, ...(bound !== undefined && { teams: bound }) };
  };
  const doors: PlatformDoor[] = [];
  if (slack?.handle) doors.push({ name: 'slack', path: '/slack/events', handle: slack.handle });
  if (teams) doors.push({ name: 'teams', path: '/api/messages', handle: teams.handle });

  return {
    platforms: [slack, teams].flatMap((each) => each?.platform ?? []),
    doors,
    channelsOf,
    channelName: (platform, channel) =>
      channelName(
        platform,
        channel,
        policy.teams.flatMap(({ name }) => (channelsOf(name)[platform] === channel ? [name] : [])),
      ),
    status: () => [
      ...(slack ? [{ name: 'slack' as const, ...slack.status() }] : []),
      ...(teams ? [{ name: 'teams' as const, ...teams.status() }] : []),
    ],
    prepare: async () => {
      await teams?.prepare();
    },
    start: () => {
      slack?.start();
      teams?.start();
      if (!slack) return;
      const round = createHomesRound({
        platform: 'slack',
        transaction,
        clock,
        publish: slack.publishHome,
        ready: () => slack.platform.ready(),
        perMinute: RATES.homesPerMinute,
      });
      homes = startLoop({ name: 'homes', round, gatherMs: HOMES_GATHER_MS, log });
      unsubscribe = subscribe(() => homes?.wake());
    },
    stop: async () => {
      unsubscribe?.();
      await homes?.stop();
      await Promise.all([slack?.stop(), teams?.stop()]);
    },
  };
}

function slackChannels({
  policy,
  digests,
}: Pick<Settings, 'policy' | 'digests'>): readonly ConfiguredChannel[] {
  const ofTeams = policy.teams.flatMap(
    ({ name, channels: { slack: channel } }): readonly ConfiguredChannel[] =>
      channel === undefined ? [] : [{ of: 'team', name, channel }],
  );
  const ofDigests = digests.flatMap(({ name, to: { channels } }): readonly ConfiguredChannel[] =>
    channels.slack === undefined ? [] : [{ of: 'digest', name, channel: channels.slack }],
  );
  const others = ofDigests.filter(
    ({ channel }, index) =>
      ![...ofTeams, ...ofDigests.slice(0, index)].some((each) => each.channel === channel),
  );
  return [...ofTeams, ...others];
}
