import { unconnectedNotice } from '../words.js';
import type { HandlerDeps } from './handler-deps.js';

/** Says to whoever runs Earshot which teams nobody but the desk hears of, and takes it back once they have a channel. Throws DatabaseAway. */
export async function noteUnconnected({
  references,
  notices,
  onlyOnTeams,
}: Pick<HandlerDeps, 'references' | 'notices' | 'onlyOnTeams'>): Promise<void> {
  for (const team of onlyOnTeams) {
    const key = `teams:unconnected:${team}`;
    if (references.channelOf(team) === undefined) await notices.set(key, unconnectedNotice(team));
    else await notices.clear(key);
  }
}
