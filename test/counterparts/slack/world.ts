import type { Changes } from '../frame/changes.js';
import { createChannelLog, type ChannelLog } from './channel-log.js';
import type { Ephemerals } from './ephemerals.js';
import type { Ids } from './ids.js';
import type { PostRecord } from './post-record.js';
import type { Triggers } from './triggers.js';
import type { Views } from './views.js';
import type { Workspace } from './workspace.js';

/** Everything that the counterpart knows, handed to whatever acts on it. */
export interface World {
  /** Milliseconds since 1970, with fractions where the clock is the machine's own. */
  readonly now: () => number;
  readonly ids: Ids;
  readonly changes: Changes;
  readonly workspace: Workspace;
  readonly logs: Logs;
  readonly posts: PostRecord;
  readonly ephemerals: Ephemerals;
  readonly triggers: Triggers;
  readonly views: Views;
  /** Types of blocks that this workspace does not know yet, as while Slack brings a new one to one after the other. */
  readonly unknownBlocks: Set<string>;
  /** How long a message can be edited; for ever where absent. */
  readonly editWindowMs?: number;
  /** Where the Web API listens, once it does. */
  readonly origin: () => string;
  /** Opens a place for a Socket Mode connection and gives its address. */
  readonly socketAddress: () => string;
}

/** The log of each conversation, by its id. */
interface Logs {
  readonly of: (channelId: string) => ChannelLog;
}

export function createLogs(options: { readonly now: () => number; readonly keep?: number }): Logs {
  const logs = new Map<string, ChannelLog>();
  return {
    of: (channelId) => {
      let log = logs.get(channelId);
      if (!log) logs.set(channelId, (log = createChannelLog(options)));
      return log;
    },
  };
}
