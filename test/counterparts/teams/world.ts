import type { Changes } from '../frame/changes.js';
import type { BotTokens } from './identity/bot-tokens.js';
import type { SigningKeys } from './identity/signing-keys.js';
import type { MessageLog } from './message-log.js';
import type { PersonalViews } from './personal-views.js';
import type { PostRecord } from './post-record.js';
import type { TeamsIds } from './teams-ids.js';
import type { Tenant } from './tenant.js';

/** Everything that the counterpart knows, handed to whatever acts on it. */
export interface World {
  /** Milliseconds since 1970, with fractions where the clock is the machine's own. */
  readonly now: () => number;
  readonly ids: TeamsIds;
  readonly changes: Changes;
  readonly tenant: Tenant;
  readonly log: MessageLog;
  readonly posts: PostRecord;
  /** What single people see instead of what everybody sees. */
  readonly views: PersonalViews;
  readonly keys: SigningKeys;
  readonly botTokens: BotTokens;
  /** Whether Azure knows the bot: 401 BotNotRegistered where not. */
  readonly isRegistered: () => boolean;
  /** Where the counterpart listens, without a slash at its end, once it does. */
  readonly origin: () => string;
  /** What activities name as their serviceUrl. */
  readonly serviceUrl: () => string;
}
