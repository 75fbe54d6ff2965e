/** What people see in a channel of the counterpart of Teams, reduced to what stories speak of. */
import type { JsonObject } from '../counterparts/frame/json-object.js';
import { isObject } from '../counterparts/frame/json-object.js';
import { cardOf, type TeamsMessage } from '../counterparts/teams/message.js';
import type { TeamsCounterpart } from '../counterparts/teams/teams-counterpart.js';

/** The styles of the band above a card; the same colours as on Slack. */
export const RED = 'attention';
export const AMBER = 'warning';
export const GREEN = 'good';

export interface ShownTeamsCard {
  /** Of the message. */
  readonly id: string;
  /** "High CX-1 Maria Lopez gave 1 of 5": all that stands in its band. */
  readonly title: string;
  readonly colour: string | undefined;
  /** Every word on it, for looking something up. */
  readonly all: string;
  /** The lines of its thread, oldest first. */
  readonly thread: readonly string[];
}

/** The cards of a channel, oldest first. */
export function cardsOnTeams(
  teams: Pick<TeamsCounterpart, 'messages'>,
  conversation: string,
): readonly ShownTeamsCard[] {
  const messages = teams.messages({ conversation }).filter(({ deleted }) => !deleted);
  return messages.flatMap((message): readonly ShownTeamsCard[] => {
    const card = isOurs(message) && message.thread === message.id ? cardOf(message.activity) : undefined;
    if (!card) return [];
    const thread = messages.filter((each) => isOurs(each) && each.thread === message.id && each !== message);
    return [{ id: message.id, ...bandOf(card), all: JSON.stringify(card), thread: thread.map(wordsOf) }];
  });
}

function isOurs({ from }: TeamsMessage): boolean {
  return from.startsWith('28:');
}

/** A line that tells a time is a card; its summary says the same. */
function wordsOf({ text, activity }: TeamsMessage): string {
  const { summary } = activity;
  const said = text === '' && typeof summary === 'string' ? summary : text;
  return said.replace(/<[^>]*>/gu, '');
}

/** Of a card as anybody sees it. */
export function bandOf(card: JsonObject): Pick<ShownTeamsCard, 'title' | 'colour'> {
  const [band] = card['body'] as readonly JsonObject[];
  const colour = band?.['style'];
  return {
    title: [...textsIn(band)].join(' '),
    colour: typeof colour === 'string' ? colour : undefined,
  };
}

function* textsIn(value: unknown): Generator<string> {
  if (Array.isArray(value)) for (const each of value as readonly unknown[]) yield* textsIn(each);
  else if (isObject(value)) {
    if (typeof value['text'] === 'string') yield value['text'];
    for (const inner of Object.values(value)) yield* textsIn(inner);
  }
}
