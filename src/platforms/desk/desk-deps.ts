/** What the desk is handed at wiring. */
import type { Conversation } from '../../conversation/conversation.js';
import type { Silence } from '../../domain/follow-up/silence.js';
import type { PlatformName } from '../../domain/policy.js';
import type { KnowStaffStore } from '../../use-cases/know-staff.js';
import type { Log } from '../../use-cases/log.js';
import type { PostMortemStore } from '../../use-cases/post-mortem/post-mortem-store.js';
import type { ReadAlertsStore } from '../../use-cases/read-alerts.js';
import type { ReadCustomersStore } from '../../use-cases/read-customers.js';
import type { ReadDeskStore } from '../../use-cases/read-desk.js';
import type { ReadReportStore } from '../../use-cases/read-report.js';
import type { ReportStore } from '../../use-cases/share-report.js';
import type { RenamedTheme } from '../../domain/themes/renamed-theme.js';
import type { ThemeStore } from '../../use-cases/themes/theme-store.js';
import type { Clock, Transaction } from '../../use-cases/transaction.js';

export type DeskStore = ReadDeskStore &
  ReadAlertsStore &
  ReadCustomersStore &
  KnowStaffStore &
  ReportStore &
  ReadReportStore &
  Pick<ThemeStore, 'readThemes' | 'listThemes'> &
  Pick<PostMortemStore, 'viewPostMortem' | 'postMortemSources' | 'listPostMortems' | 'overdueItems'>;

export interface DeskDeps {
  readonly read: Transaction<DeskStore>;
  readonly conversation: Conversation;
  readonly people: DeskPeople;
  readonly changes: DeskChanges;
  readonly themes: {
    /** Themes of rules and taxonomy, as they are written there. */
    readonly configured: readonly string[];
    /** `to` as typed. Throws DatabaseAway. */
    readonly rename: (given: {
      readonly from: string;
      readonly to: string;
      readonly actorId: string;
    }) => Promise<RenamedTheme>;
  };
  /** Puts a message that was given up back to work; false where it is no longer given up. Throws DatabaseAway. */
  readonly retryMessage: (messageId: string) => Promise<boolean>;
  /** The figures in Prometheus's text format. */
  readonly metrics: () => Promise<string>;
  /** The platforms beside the desk. */
  readonly platforms: () => readonly PlatformState[];
  /** A channel as people know it, within a sentence. */
  readonly channelName: (platform: PlatformName, channel: string) => string;
  /** The names of the configured teams and sources. */
  readonly teams: readonly string[];
  readonly sources: readonly string[];
  /** The desk channels of the configured teams: they stand in the rail before anything was posted, and when all is closed. */
  readonly channels: readonly string[];
  /** The team whose channel this is, for commands that mean "my team". */
  readonly teamOf: (channel: string) => string | undefined;
  /** The command line that sends a voice of one's own, shown where nothing was heard yet. */
  readonly howToSend?: () => string;
  /** The demo's: makes one more customer speak. */
  readonly sendSample?: () => Promise<void>;
  /** Tells whoever sees the terminal a new address that opens the desk. */
  readonly announce: (address: string) => void;
  /** 32 random bytes; a kept key keeps people signed in over a restart. */
  readonly sessionKey: Uint8Array;
  /** 32 random bytes as base64url. */
  readonly randomToken: () => string;
  /** How long owners may be silent, for what summaries list. */
  readonly silence: Silence;
  readonly clock: Clock;
  /** IANA name: the zone of times in pages before the reader's browser puts them into its own. */
  readonly timeZone: string;
  readonly log: Log;
}

export interface DeskChanges {
  /** Hears of every commit that may change what the pages show; returns how to stop listening. */
  subscribe(listener: () => void): () => void;
  /** Tells all listeners, in other processes too. */
  publish(): void;
}

/** Who acts here: the one operator, or (the demo) whichever member of staff the reader picks. */
export type DeskPeople =
  { readonly kind: 'operator'; readonly staffId: string } | { readonly kind: 'anybody' };

export interface PlatformState {
  readonly name: PlatformName;
  /** `away` may mend itself; a parked platform takes nothing until somebody mends it. */
  readonly state: 'starting' | 'ok' | 'away' | 'parked';
  readonly reason?: string;
}
