/**
 * One event with its attributes beside its data, as the structured form and the batch have it: the data is the generic signal.
 * https://github.com/cloudevents/spec/blob/main/cloudevents/spec.md
 */
import { createHash } from 'node:crypto';
import type { Element, Fault } from '../../domain/delivery.js';
import { type JsonItem, type JsonObject, readJsonObject } from '../../inbound/read-json.js';
import { pathTo } from '../../inbound/tidy-value.js';
import { factsOf, ignored, momentOf, nameText } from '../loose-values.js';
import { CAPS } from '../standard/fields.js';
import { readVoice } from './read-voice.js';
import type { CloudEventsSettings } from './settings.js';

const REQUIRED = ['specversion', 'id', 'source', 'type'] as const;
const JSON_TYPE = /^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/iu;

export function readEvent(item: JsonItem, settings: CloudEventsSettings, now: Date): Element {
  if ('faults' in item) return { kind: 'refused', faults: item.faults };
  const { root, value: event } = item;
  const faults = REQUIRED.flatMap((name) => missing(event[name], pathTo(root, [name])));
  if (faults.length > 0) return { kind: 'refused', faults };
  const type = String(event['type']);
  const dataType = event['datacontenttype'];
  if (typeof dataType === 'string' && !JSON_TYPE.test(dataType)) {
    return ignored(`${nameText(type) ?? 'the event'}: its data is not JSON`);
  }
  const data = dataOf(event, root);
  const voice = readVoice(data, { type, settings, now });
  if (voice.kind !== 'signal') return voice;
  const { signal } = voice;
  const extra = factsOf<Record<string, string>>({
    event_type: nameText(type),
    event_source: nameText(event['source']),
    event_subject: nameText(event['subject']),
  });
  return {
    kind: 'signal',
    signal: {
      ...signal,
      occurredAt: saysWhen(data) ? signal.occurredAt : momentOf(event['time'], now),
      externalId: signal.externalId ?? eventId(String(event['source']), String(event['id'])),
      ...(extra && { extra: { ...signal.extra, ...extra } }),
    },
  };
}

/** Why an attribute that every event has is none; its value stays as it is. */
export function missing(value: unknown, path: string): readonly Fault[] {
  if (typeof value !== 'string' || value.trim() === '') return [{ path, message: 'must be text' }];
  return path.endsWith('specversion') && !/^1(?:\.\d+)?$/u.test(value)
    ? [{ path, message: 'must be 1.0' }]
    : [];
}

function saysWhen(data: JsonItem): boolean {
  return 'value' in data && data.value['occurred_at'] !== undefined && data.value['occurred_at'] !== null;
}

/** Source and id are unique together; a URI holds no space. */
function eventId(source: string, id: string): string {
  const both = `${source} ${id}`;
  return both.length <= CAPS.id ? both : createHash('sha256').update(both).digest('hex');
}

/** JSON as it is, or as bytes in base64. */
function dataOf(event: JsonObject, root: string): JsonItem {
  const packed = event['data_base64'];
  if (typeof packed === 'string') {
    const place = pathTo(root, ['data_base64']);
    const read = readJsonObject(Buffer.from(packed, 'base64'));
    if ('value' in read) return { root: place, value: read.value };
    return { root: place, faults: read.faults.map((fault) => within(place, fault)) };
  }
  const { data } = event;
  const place = pathTo(root, ['data']);
  return typeof data === 'object' && data !== null && !Array.isArray(data)
    ? { root: place, value: data as JsonObject }
    : { root: place, faults: [{ path: place, message: 'must be a JSON object: the generic signal' }] };
}

function within(place: string, { path, message }: Fault): Fault {
  if (path === '') return { path: place, message: 'must be a JSON object in base64' };
  return { path: pathTo(place, [path]), message };
}
