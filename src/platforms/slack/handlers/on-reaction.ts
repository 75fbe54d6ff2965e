import { notAllowedNote } from '../../../cards/not-allowed-note.js';
import { referenceText } from '../reference.js';
import type { SlackEvent, Whisper } from '../receive/asked.js';
import { tickedOffNote } from '../words.js';
import type { HandlerDeps } from './handler-deps.js';

type Reaction = Extract<SlackEvent, { type: 'reaction_added' }>;

/** What people mean by a reaction on a card. */
const EYES = 'eyes';
const TICK = 'white_check_mark';

/** 👀 claims the alert; ✅ of its owner brings them the button that resolves it. Any other is only a reaction. */
export async function onReaction(deps: HandlerDeps, reaction: Reaction): Promise<void> {
  const { userId, channel, ts } = reaction;
  if (reaction.reaction !== EYES && reaction.reaction !== TICK) return;
  const posted = await deps.alertOf('slack', referenceText({ channel, ts }));
  if (!posted) return;
  const to: Whisper = { userId, place: { channel } };
  const person = await deps.people.who(userId);
  if (person.kind === 'barred') {
    // Other bots react too, and nobody has to tell them anything.
    if (person.standing !== 'bot') await deps.tell(to, notAllowedNote(person.standing));
    return;
  }
  if (reaction.reaction === TICK) {
    const isOwner = posted.state === 'claimed' && posted.ownerId === person.staff.id;
    if (isOwner) await deps.tell(to, tickedOffNote(posted.alert));
    return;
  }
  const reply = await deps.conversation.press({
    actor: person.staff,
    alert: posted.alert,
    action: 'claim',
  });
  if (reply.kind === 'note') await deps.tell(to, reply.note);
}
