import { notAllowedNote } from '../../../cards/not-allowed-note.js';
import type { Health } from '../health.js';
import type { SlackEvent, Whisper } from '../receive/asked.js';
import { NotKnownYet } from '../receive/not-known-yet.js';
import { referenceText } from '../reference.js';
import { SEVERAL_NOTE, tickedOffNote } from '../words.js';
import type { HandlerDeps } from './handler-deps.js';

type Reaction = Extract<SlackEvent, { type: 'reaction_added' }>;

export interface ReactionDeps extends HandlerDeps {
  readonly health: Pick<Health, 'identity'>;
}

/** What people mean by a reaction on a card. */
const EYES = 'eyes';
const TICKS: readonly string[] = ['white_check_mark', 'heavy_check_mark'];

/**
 * 👀 claims the alert; ✅ of its owner brings them the button that resolves it, and anybody else hears who has it. Any other is only a
 * reaction, and taking one away changes nothing: Slack is not asked to tell of it. Throws DatabaseAway, and NotKnownYet for a post of ours that shows no alert so far.
 */
export async function onReaction(deps: ReactionDeps, reaction: Reaction): Promise<void> {
  const { userId, channel, ts } = reaction;
  const ticks = TICKS.includes(reaction.reaction);
  if (reaction.reaction !== EYES && !ticks) return;
  const posted = await deps.alertOf('slack', referenceText({ channel, ts }));
  if (!posted) {
    if (mayBeOurs(deps, reaction)) throw new NotKnownYet('a post of ours that shows no alert so far');
    return;
  }
  const to: Whisper = { userId, place: { channel } };
  const person = await deps.people.who(userId);
  if (person.kind === 'barred') {
    // Other bots react too, and nobody has to tell them anything.
    if (person.standing !== 'bot') await deps.tell(to, notAllowedNote(person.standing));
    return;
  }
  const { alert } = posted;
  if (alert === undefined) return deps.tell(to, SEVERAL_NOTE);
  const reply = await deps.conversation.press({
    actor: person.staff,
    alert,
    action: ticks ? 'resolve' : 'claim',
  });
  if (reply.kind === 'note') await deps.tell(to, reply.note);
  if (reply.kind === 'form') await deps.tell(to, tickedOffNote(alert));
}

/** A card can be seen before it is written down where it stands. Who we are is not known before Slack has told. */
function mayBeOurs({ health }: ReactionDeps, { postedBy }: Reaction): boolean {
  const us = health.identity()?.userId;
  return postedBy !== undefined && (us === undefined || us === postedBy);
}
