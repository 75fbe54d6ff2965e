/**
 * A batch: entries, each of one page or account, each with changes or messages or, by Instagram Login, one change written flat.
 * https://developers.facebook.com/docs/graph-api/webhooks/getting-started#event-notifications
 */
import type { Element } from '../../domain/delivery.js';
import {
  type Faults,
  type JsonItem,
  type JsonObject,
  type Place,
  readItemsWithin,
} from '../../inbound/read-json.js';
import { idText, ignored, listIn, nameText, objectIn } from '../loose-values.js';
import { readComment, readMention } from './comments.js';
import { readFeed } from './feed.js';
import type { Happened } from './happened.js';
import { readDirectMessage } from './messages.js';
import { readRecommendation } from './recommendations.js';
import type { MetaSettings } from './settings.js';

/** Meta puts up to 1,000 changes into a call. */
const MOST_CHANGES = 1_000;

interface BatchContext {
  readonly settings: MetaSettings;
  readonly now: Date;
}

/** One element for each change or message, in their order. */
export function readBatch(bytes: Buffer, context: BatchContext): readonly Element[] | Faults {
  const found = readItemsWithin(bytes, { placesIn, most: MOST_CHANGES, name: 'changes and messages' });
  if ('faults' in found) return found;
  return found.map(({ place, item }) => readOne(place, item, context));
}

interface MetaPlace extends Place {
  readonly platform: Happened['platform'] | undefined;
  readonly owner: string | undefined;
  readonly sentAt: unknown;
  readonly isMessage: boolean;
}

const PLATFORMS: ReadonlyMap<unknown, Happened['platform']> = new Map([
  ['page', 'Facebook'],
  ['instagram', 'Instagram'],
] as const);

function placesIn(body: JsonObject): readonly MetaPlace[] | Faults {
  const entries = listIn(body, 'entry');
  if (entries.length === 0) return { faults: [{ path: 'entry', message: 'must be a list of entries' }] };
  const platform = PLATFORMS.get(body['object']);
  const places: MetaPlace[] = [];
  entries.forEach((each, index) => {
    const entry = objectIn({ each }, 'each');
    const [owner, sentAt] = [idText(entry['id']), entry['time']];
    const before = places.length;
    const add = (root: string, value: unknown, isMessage: boolean) =>
      places.push({ platform, owner, sentAt, root, value, isMessage });
    listIn(entry, 'changes').forEach((value, at) => add(`entry[${index}].changes[${at}]`, value, false));
    listIn(entry, 'messaging').forEach((value, at) => add(`entry[${index}].messaging[${at}]`, value, true));
    const { field, value } = entry;
    if (places.length === before) add(`entry[${index}]`, { field, value }, false);
  });
  return places;
}

function readOne(
  { platform, owner, sentAt, root: place, isMessage }: MetaPlace,
  item: JsonItem,
  { settings, now }: BatchContext,
): Element {
  if ('faults' in item) return { kind: 'refused', faults: item.faults };
  if (platform === undefined) return ignored('neither of a page nor of an Instagram account');
  const root = isMessage ? place : `${place}.value`;
  const value = isMessage ? item.value : objectIn(item.value, 'value');
  const happened = { platform, owner, sentAt, root, value, settings, now };
  if (isMessage) return readDirectMessage(happened);
  const field = nameText(item.value['field']) ?? 'a change without a field';
  switch (field) {
    case 'feed':
      return readFeed(happened);
    case 'ratings':
      return readRecommendation(happened);
    case 'mention':
    case 'mentions':
      return readMention(happened);
    case 'comments':
    case 'live_comments':
      return readComment(happened);
    case 'messages':
      return readDirectMessage(happened);
    default:
      return ignored(`${field} is not customer voice`);
  }
}
