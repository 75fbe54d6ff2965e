/** JSON objects as a platform sends them, before anything in them is believed. */
export type JsonRecord = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The text under `name`; empty where there is none. */
export function textAt(value: JsonRecord, name: string): string {
  const text = value[name];
  return typeof text === 'string' ? text : '';
}

/** The object under `name`; an empty one where there is none. */
export function recordAt(value: JsonRecord, name: string): JsonRecord {
  const record = value[name];
  return isRecord(record) ? record : {};
}

/** The objects in the list under `name`; none where there is no list. */
export function recordsAt(value: JsonRecord, name: string): readonly JsonRecord[] {
  const list = value[name];
  return Array.isArray(list) ? (list as readonly unknown[]).filter(isRecord) : [];
}

/** The JSON object in `text`; undefined where it is anything else. */
export function parseRecord(text: string): JsonRecord | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
