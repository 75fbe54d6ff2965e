import { isObject, type JsonObject } from '../../frame/json-object.js';
import { anyAction } from './actions.js';
import { actions, anyElement } from './elements.js';
import { ANSWER_BYTES, CARD_BYTES, NEWEST_VERSION, REFRESH_USERS } from './limits.js';
import {
  anything,
  boolean,
  element,
  fault,
  list,
  object,
  oneOf,
  someText,
  string,
  action,
  type Check,
  type Walk,
} from './shape.js';

// https://adaptivecards.io/explorer/AdaptiveCard.html
const shared = {
  $schema: string,
  version,
  body: list(element),
  actions,
  fallbackText: someText,
  lang: string,
  speak: string,
  rtl: boolean,
  minHeight: string,
  verticalContentAlignment: oneOf('top', 'center', 'bottom'),
  backgroundImage: anything,
  metadata: anything,
  style: oneOf('default', 'emphasis', 'good', 'attention', 'warning', 'accent'),
  // A list of mentions, and how wide the card is: https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format
  msteams: object({ optional: { width: oneOf('full'), entities: anything, allowExpand: boolean } }),
};
const outer = object({
  required: { version },
  optional: { ...shared, selectAction: action, refresh: refreshing, authentication: anything },
  also: typed,
});
const inner = object({ optional: shared, also: typed });

/** What Teams, or a client of it, would not take of a card; empty where it would take all. */
export function checkCard(card: unknown): readonly string[] {
  const walk: Walk = {
    faults: [],
    path: [],
    ids: new Set(),
    texts: [],
    depth: 0,
    checks: { element: anyElement, action: anyAction, card: inner },
  };
  outer(card, walk);
  if (isObject(card)) checkMentions(card, walk);
  return walk.faults;
}

export function isTooBig(card: JsonObject): boolean {
  return Buffer.byteLength(JSON.stringify(card)) > CARD_BYTES;
}

export function isTooBigForAnAnswer(card: JsonObject): boolean {
  return Buffer.byteLength(JSON.stringify(card)) > ANSWER_BYTES;
}

function typed(value: JsonObject, walk: Walk): void {
  if (value['type'] !== 'AdaptiveCard') fault(walk, 'must be of type AdaptiveCard');
}

function version(value: unknown, walk: Walk): void {
  const read = typeof value === 'string' ? /^(\d+)\.(\d+)$/u.exec(value) : null;
  const [major, minor] = NEWEST_VERSION;
  const isKnown = Number(read?.[1]) === major && Number(read?.[2]) <= minor;
  if (!isKnown) fault(walk, `must be a version up to ${major}.${minor}, is ${String(value)}`);
}

function refreshing(value: unknown, walk: Walk): void {
  const check: Check = object({
    required: { action },
    optional: { userIds: list(someText, { max: REFRESH_USERS }), expires: string },
    also: (refresh) => {
      const named = isObject(refresh['action']) ? refresh['action']['type'] : undefined;
      if (named !== 'Action.Execute') fault(walk, 'must have an Action.Execute as its action');
    },
  });
  check(value, walk);
}

function checkMentions(card: JsonObject, walk: Walk): void {
  const entities = isObject(card['msteams']) ? card['msteams']['entities'] : undefined;
  if (entities === undefined) return;
  for (const wrong of mentionFaults(entities, walk.texts.join('\n')))
    walk.faults.push(`msteams/entities: ${wrong}`);
}

/** A mention is drawn only where its text stands in the message: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/channel-and-group-conversations */
export function mentionFaults(entities: unknown, text: string): readonly string[] {
  if (!Array.isArray(entities)) return ['must be a list'];
  return (entities as readonly unknown[]).flatMap((entity) => {
    if (!isObject(entity)) return ['must be objects'];
    if (entity['type'] !== 'mention') return [];
    const { mentioned, text: words } = entity;
    if (
      !isObject(mentioned) ||
      typeof mentioned['id'] !== 'string' ||
      typeof mentioned['name'] !== 'string'
    ) {
      return ['a mention must name an id and a name'];
    }
    if (typeof words !== 'string' || !/^<at>.+<\/at>$/su.test(words))
      return ['a mention must read <at>…</at>'];
    return text.includes(words) ? [] : [`a mention reads ${words}, which the text does not`];
  });
}
