import type { Conversation } from '../../src/conversation/conversation.js';
import { createConversation } from '../../src/conversation/create-conversation.js';
import type { World } from '../world.js';

/** The conversation as it is wired, with its team on the desk alone and nobody who waits for what changes. */
export function conversationIn({ database, clock, newId, accept, policy }: World): Conversation {
  return createConversation({
    transaction: database.transaction,
    clock,
    newId,
    accept,
    policy,
    timeZone: 'UTC',
    changed: () => undefined,
    wanted: () => undefined,
    sources: ['voice'],
    channelsOf: () => ({ desk: 'support' }),
  });
}
