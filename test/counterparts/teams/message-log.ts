import type { JsonObject } from '../frame/json-object.js';
import type { TeamsMessage } from './message.js';

/** All messages of the tenant, in the order in which they came. */
export interface MessageLog {
  readonly add: (message: Omit<TeamsMessage, 'text' | 'revisions' | 'deleted'>) => TeamsMessage;
  /** Undefined where it was never there or has been deleted. */
  readonly find: (id: string) => TeamsMessage | undefined;
  /** Also of a deleted one: its thread goes on. */
  readonly has: (id: string) => boolean;
  readonly edit: (id: string, activity: JsonObject, at: number) => void;
  readonly remove: (id: string) => void;
  /** Everything that has not been deleted; of one conversation where it is named. */
  readonly all: (conversation?: string) => readonly TeamsMessage[];
}

export function createMessageLog(options: {
  /** How many messages are kept at least; the oldest are forgotten. All where absent. */
  readonly keep?: number;
}): MessageLog {
  const { keep = Number.POSITIVE_INFINITY } = options;
  const byId = new Map<string, TeamsMessage>();
  const change = (id: string, by: (message: TeamsMessage) => TeamsMessage): void => {
    const message = byId.get(id);
    if (message) byId.set(id, by(message));
  };
  return {
    add: (given) => {
      const message = { ...given, text: textOf(given.activity), revisions: [], deleted: false };
      byId.set(message.id, message);
      if (byId.size > keep * 2) {
        for (const id of [...byId.keys()].slice(0, keep)) byId.delete(id);
      }
      return message;
    },
    find: (id) => {
      const message = byId.get(id);
      return message?.deleted ? undefined : message;
    },
    has: (id) => byId.has(id),
    edit: (id, activity, at) =>
      change(id, (message) => ({
        ...message,
        activity,
        text: textOf(activity),
        revisions: [...message.revisions, { at, activity: message.activity }],
      })),
    remove: (id) => change(id, (message) => ({ ...message, deleted: true })),
    all: (conversation) =>
      [...byId.values()].filter(
        (each) => !each.deleted && (conversation === undefined || each.conversation === conversation),
      ),
  };
}

function textOf(activity: JsonObject): string {
  return typeof activity['text'] === 'string' ? activity['text'] : '';
}
