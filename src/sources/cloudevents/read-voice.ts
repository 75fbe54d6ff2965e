/** The data of an event, read as the generic signal where its type is one of those that are heard. */
import type { Element } from '../../domain/delivery.js';
import type { JsonItem } from '../../inbound/read-json.js';
import { ignored, nameText } from '../loose-values.js';
import { readSignal } from '../standard/read-signal.js';
import type { CloudEventsSettings } from './settings.js';

interface VoiceContext {
  readonly type: string;
  readonly settings: CloudEventsSettings;
  readonly now: Date;
}

export function readVoice(data: JsonItem, { type, settings: { types }, now }: VoiceContext): Element {
  const kind = Object.hasOwn(types, type) ? types[type] : undefined;
  if (kind === undefined && Object.keys(types).length > 0) {
    return ignored(`${nameText(type) ?? 'the event'} is not one of the types of this source`);
  }
  if ('faults' in data) return { kind: 'refused', faults: data.faults };
  const { root, value } = data;
  return readSignal({ root, value: kind ? { ...value, kind: value['kind'] ?? kind } : value }, now);
}
