/** Messages on Teams that name several alerts, reduced like those on Slack in read-roll-ups.ts. */
import { isObject, type JsonObject } from '../counterparts/frame/json-object.js';
import { cardOf } from '../counterparts/teams/message.js';
import type { TeamsCounterpart } from '../counterparts/teams/teams-counterpart.js';
import type { ShownRow } from './read-roll-ups.js';

interface ShownTeamsRollUp {
  /** Of the message. */
  readonly id: string;
  readonly rows: readonly (Omit<ShownRow, 'claim'> & { readonly claim?: JsonObject })[];
}

/** The roll-ups of a channel, oldest first; the data of a Claim says which one is meant. */
export function rollUpsOnTeams(
  teams: Pick<TeamsCounterpart, 'messages'>,
  conversation: string,
): readonly ShownTeamsRollUp[] {
  return teams.messages({ conversation }).flatMap((message): readonly ShownTeamsRollUp[] => {
    const card = message.deleted || message.thread !== message.id ? undefined : cardOf(message.activity);
    const body = (card?.['body'] ?? []) as readonly JsonObject[];
    if (body.length === 0 || body[0]?.['type'] === 'Container') return [];
    const rows = body.filter(({ type }) => type === 'Container').map(rowOf);
    return rows.length === 0 ? [] : [{ id: message.id, rows }];
  });
}

function rowOf(container: JsonObject): ShownTeamsRollUp['rows'][number] {
  const words = wordsIn(container['items']);
  const [claim] = actionsIn(container).filter(({ verb }) => verb === 'claim');
  const data = claim?.['data'];
  return { name: /CX-\d+/u.exec(words)?.[0] ?? '', words, ...(isObject(data) && { claim: data }) };
}

/** Of text, not of buttons. */
function wordsIn(value: unknown): string {
  if (Array.isArray(value)) return value.map(wordsIn).join('');
  if (!isObject(value)) return '';
  return typeof value['text'] === 'string' ? value['text'] : wordsIn(value['inlines'] ?? value['items']);
}

function actionsIn(container: JsonObject): readonly JsonObject[] {
  const items = container['items'] as readonly JsonObject[];
  return items.flatMap(({ actions = [] }) => actions as readonly JsonObject[]);
}
