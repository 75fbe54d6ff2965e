/** Where Earshot is and is not: kept, and said to whoever runs it where a team of ours has lost its channel by it. */
import type { TakenFrom, TeamsBinding, TeamsConversation } from '../../../use-cases/teams-conversations.js';
import { removedNotice } from '../words.js';
import type { HandlerDeps } from './handler-deps.js';

type Deps = Pick<HandlerDeps, 'references' | 'notices'>;

/** Something happened there, so Earshot is there. */
export async function heardFrom(
  { references, notices }: Deps,
  conversation: TeamsConversation,
): Promise<void> {
  const written = await references.remember(conversation);
  if (!written || conversation.kind !== 'channel') return;
  const { id: channelId } = conversation;
  await mended(
    notices,
    references.teamsIn(channelId).map((team) => ({ team, channelId })),
  );
}

export async function installedIn(
  { references, notices }: Deps,
  conversation: TeamsConversation,
): Promise<void> {
  await references.remember(conversation, 'anew');
  const { teamId, serviceUrl } = conversation;
  if (teamId !== undefined) await mended(notices, await references.restore(teamId, serviceUrl));
}

/** Earshot cannot speak there any more, until something happens there again; the teams that work there are named. */
export async function takenFrom({ references, notices }: Deps, from: TakenFrom): Promise<void> {
  for (const { team } of await references.forget(from)) {
    await notices.set(removedKey(team), removedNotice(team));
  }
}

/** What was said of these channels no longer holds. */
export async function mended(notices: Deps['notices'], bindings: readonly TeamsBinding[]): Promise<void> {
  for (const { team, channelId } of bindings) {
    await notices.clear(removedKey(team));
    await notices.clear(unpostableKey(channelId));
  }
}

/** The notice that Earshot was taken away from a team's channel. */
function removedKey(team: string): string {
  return `teams:removed:${team}`;
}

/** Posting's notice that a channel cannot be posted to. */
function unpostableKey(channelId: string): string {
  return `channel:teams:${channelId}`;
}
