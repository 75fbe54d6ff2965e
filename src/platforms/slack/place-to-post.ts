import type { TypedLine } from '../../conversation/conversation.js';

/** Channels have an id with C or G; what is typed to the bot alone (D) is shared with nobody. */
export function placeToPost(channel: string | undefined): Pick<TypedLine, 'place'> {
  return channel !== undefined && /^[CG]/u.test(channel) ? { place: { platform: 'slack', channel } } : {};
}
