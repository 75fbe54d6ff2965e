/** The conversation with one person: https://docs.slack.dev/reference/methods/conversations.open */
import { recordAt } from '../wire/record.js';
import type { SlackAnswer, SlackCall } from './call/slack-call.js';
import { isSlackId } from './shapes.js';

export type Opened =
  | { readonly kind: 'open'; readonly channel: string }
  /** The person is not on Slack. */
  | { readonly kind: 'nobody' }
  | { readonly kind: 'failed'; readonly answer: Exclude<SlackAnswer, { kind: 'ok' }> };

export interface DirectMessages {
  /** The conversation's id where it was opened before. */
  readonly known: (staffId: string) => string | undefined;
  /** Opening twice gives the same conversation. Throws DatabaseAway. */
  readonly open: (staffId: string) => Promise<Opened>;
}

const MOST_KNOWN = 20_000;
const OPEN_TIMEOUT_MS = 4_000;

export function createDirectMessages(deps: {
  readonly call: SlackCall;
  readonly userIdOf: (staffId: string) => Promise<string | undefined>;
}): DirectMessages {
  const channels = new Map<string, string>();
  return {
    known: (staffId) => channels.get(staffId),
    open: async (staffId) => {
      const known = channels.get(staffId);
      if (known !== undefined) return { kind: 'open', channel: known };
      const userId = await deps.userIdOf(staffId);
      if (userId === undefined) return { kind: 'nobody' };
      const answer = await deps.call('conversations.open', { users: userId }, OPEN_TIMEOUT_MS);
      if (answer.kind !== 'ok') return { kind: 'failed', answer };
      const { id } = recordAt(answer.body, 'channel');
      if (!isSlackId(id)) return { kind: 'failed', answer: { kind: 'http', status: 200 } };
      if (channels.size < MOST_KNOWN) channels.set(staffId, id);
      return { kind: 'open', channel: id };
    },
  };
}
