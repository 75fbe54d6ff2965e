/**
 * The conversation with one person: made once, and kept.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages
 */
import type { TeamsConversation } from '../../use-cases/teams-conversations.js';
import type { Log } from '../../use-cases/log.js';
import { textAt } from '../wire/record.js';
import type { References } from './references.js';
import type { Failed } from './outcome.js';
import type { Connector } from './sdk/connector.js';

export type Opened =
  | { readonly kind: 'open'; readonly conversation: TeamsConversation }
  /** The person is not on Teams. */
  | { readonly kind: 'nobody' }
  /** Nobody has spoken to us on Teams yet, so that we do not know where to call. */
  | { readonly kind: 'nowhere' }
  | { readonly kind: 'failed'; readonly answer: Failed };

export interface DirectMessages {
  /** Throws DatabaseAway. */
  readonly open: (staffId: string, timeoutMs?: number) => Promise<Opened>;
  /** Posting there failed: it is looked up anew. */
  readonly doubt: (staffId: string) => void;
}

interface DirectMessagesDeps {
  readonly connector: Pick<Connector, 'createPersonal'>;
  readonly references: Pick<References, 'findPersonal' | 'latest' | 'remember'>;
  /** `29:…`, of somebody known on Teams. */
  readonly userIdOf: (staffId: string) => Promise<string | undefined>;
  readonly clock: () => Date;
  readonly log: Log;
}

const KEPT_MS = 30_000;
const MOST_KEPT = 20_000;

export function createDirectMessages(deps: DirectMessagesDeps): DirectMessages {
  const { connector, references, userIdOf, clock, log } = deps;
  const kept = new Map<string, { readonly conversation: TeamsConversation; readonly untilMs: number }>();

  const create = async (userId: string, timeoutMs: number | undefined): Promise<Opened> => {
    const like = await references.latest();
    if (!like) return { kind: 'nowhere' };
    const { serviceUrl, tenantId, botId } = like;
    const me = { serviceUrl, botId, ...(tenantId !== undefined && { tenantId }) };
    const answer = await connector.createPersonal({ ...me, userId }, timeoutMs);
    if (answer.kind !== 'ok') return { kind: 'failed', answer };
    const id = textAt(answer.body, 'id');
    if (id === '') return { kind: 'failed', answer: { kind: 'error', status: answer.status } };
    const conversation: TeamsConversation = { ...me, id, kind: 'personal', userId };
    // Made again it is the same, so that a message does not wait for the database.
    references.remember(conversation).catch((error: unknown) => {
      log.warn({ platform: 'teams', error }, 'A conversation with one person could not be kept');
    });
    return { kind: 'open', conversation };
  };

  return {
    open: async (staffId, timeoutMs) => {
      const now = clock().getTime();
      const known = kept.get(staffId);
      if (known && known.untilMs > now) return { kind: 'open', conversation: known.conversation };
      const userId = await userIdOf(staffId);
      if (userId === undefined) return { kind: 'nobody' };
      const found = await references.findPersonal(userId);
      const opened: Opened = found ? { kind: 'open', conversation: found } : await create(userId, timeoutMs);
      if (opened.kind === 'open') {
        if (kept.size >= MOST_KEPT) kept.clear();
        kept.set(staffId, { conversation: opened.conversation, untilMs: now + KEPT_MS });
      }
      return opened;
    },
    doubt: (staffId) => void kept.delete(staffId),
  };
}
