import { refuse, type Answer, type RefusalCode } from '../answer.js';
import type { BotStanding, TeamsConversation } from '../tenant.js';
import type { World } from '../world.js';

const REFUSED_STANDINGS: Readonly<Record<Exclude<BotStanding, 'installed'>, RefusalCode>> = {
  not_installed: 'BotNotInConversationRoster',
  blocked: 'ConversationBlockedByUser',
  disabled: 'BotDisabledByAdmin',
};

export type Reached = { readonly conversation: TeamsConversation } | { readonly refused: Answer };

/** The conversation, where the bot may speak and ask there. */
export function reach(world: World, id: string): Reached {
  const conversation = world.tenant.conversations.get(id);
  if (!conversation || conversation.gone) return { refused: refuse('ConversationNotFound') };
  const standing = world.tenant.standingIn(conversation);
  return standing === 'installed' ? { conversation } : { refused: refuse(REFUSED_STANDINGS[standing]) };
}
