/** `@Earshot connect <team>`: a channel is bound where it is, so that nobody copies ids into a configuration. */
import type { Note } from '../../../cards/note.js';
import { nearWord } from '../../../domain/near-word.js';
import type { Said } from '../receive/asked.js';
import {
  alreadyConnectedNote,
  connectedNote,
  connectInAChannelNote,
  DISCONNECT_IN_A_CHANNEL_NOTE,
  disconnectedNote,
  whichTeamToConnectNote,
} from '../words.js';
import type { HandlerDeps } from './handler-deps.js';
import { mended } from './installed.js';
import { noteUnconnected } from './unconnected.js';

export type BindingCommand =
  | { readonly verb: 'connect'; /** As typed; may be empty. */ readonly team: string }
  | { readonly verb: 'disconnect' };

type Deps = Pick<HandlerDeps, 'references' | 'teams' | 'onlyOnTeams' | 'notices'>;

/** Undefined where it is some other command. Forgiving of case, a slash and punctuation. */
export function readBinding(text: string): BindingCommand | undefined {
  const plain = text.normalize('NFKC').trim();
  const [, verb = '', rest = ''] =
    /^[\s/"'“”‘’]*(?:cx[-_\s]*)?(connect|disconnect)(?![\p{L}\p{N}])[\s:,_-]*(.*)$/iu.exec(plain) ?? [];
  if (verb === '') return undefined;
  if (verb.toLowerCase() === 'disconnect') return { verb: 'disconnect' };
  const team = rest.replace(/^[\s"'“”‘’<[(#]+/u, '').replace(/[\s"'“”‘’>\])!?.,;:…]+$/u, '');
  return { verb: 'connect', team };
}

export async function connectChannel(
  deps: Deps,
  { said, team: typed, staffId }: { readonly said: Said; readonly team: string; readonly staffId: string },
): Promise<Note> {
  const { references, teams, notices } = deps;
  const { conversation } = said;
  const team = named(typed, teams) ?? named(typed.replace(POLITE, ''), teams);
  if (conversation.kind !== 'channel') return connectInAChannelNote(team);
  if (team === undefined) return whichTeamToConnectNote({ typed, meant: meantBy(typed, teams), teams });
  await references.remember(conversation, 'anew');
  const before = await references.bind({ team, channelId: conversation.id, staffId });
  const { id: channelId } = conversation;
  await mended(notices, [
    { team, channelId },
    ...(before === undefined ? [] : [{ team, channelId: before }]),
  ]);
  await noteUnconnected(deps);
  if (before === conversation.id) return alreadyConnectedNote(team);
  return connectedNote(team, before !== undefined);
}

/** What people put before a name: "connect to the team “support”". */
const POLITE = /^(?:to\s+)?(?:the\s+)?(?:team\s+)?[\s"'“”‘’<[(#]*/iu;

function named(typed: string, teams: readonly string[]): string | undefined {
  return teams.find((each) => each.toLowerCase() === typed.toLowerCase());
}

function meantBy(typed: string, teams: readonly string[]): string | undefined {
  if (typed === '') return undefined;
  const near = nearWord(
    typed.toLowerCase(),
    teams.map((each) => each.toLowerCase()),
  );
  return near === undefined ? undefined : named(near, teams);
}

export async function disconnectChannel(deps: Deps, { conversation }: Said): Promise<Note> {
  if (conversation.kind !== 'channel') return DISCONNECT_IN_A_CHANNEL_NOTE;
  const teams = await deps.references.unbind(conversation.id);
  await noteUnconnected(deps);
  return disconnectedNote(teams);
}
