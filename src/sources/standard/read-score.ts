import { METRICS, USUAL_SCALES, type Metric, type Scale, type Score } from '../../domain/score.js';
import type { JsonObject } from '../../inbound/read-json.js';
import { fault, isAbsent, readNumber, readObject, type FieldReader } from './field-reader.js';
import { CAPS } from './fields.js';

const METRIC_NAMES: ReadonlySet<string> = new Set(METRICS);
/** Where on the scale a thumb points. */
const THUMBS: ReadonlyMap<string, number> = new Map([
  ['good', 1],
  ['bad', 0],
]);

/** The score of a signal, on the scale it was given with; undefined where there is none or something is wrong with it. */
export function readScore(reader: FieldReader, from: JsonObject): Score | undefined {
  const before = reader.faults.length;
  const metric = readMetric(reader, from['metric']);
  const scale = readScale(reader, from['scale']) ?? (metric && USUAL_SCALES[metric]);
  if (isAbsent(from['score'])) return undefined;
  if (isAbsent(from['metric'])) {
    fault(reader, 'metric', `is needed beside a score: one of ${METRICS.join(', ')}`);
  }
  const value = readValue(reader, from['score'], metric, scale);
  if (reader.faults.length > before || !metric || !scale || value === undefined) return undefined;
  if (value >= scale.min && value <= scale.max) return { metric, value, scale };
  fault(reader, 'score', `must be from ${scale.min} to ${scale.max}, the scale of this ${metric}`);
  return undefined;
}

function readMetric(reader: FieldReader, value: unknown): Metric | undefined {
  if (isAbsent(value)) return undefined;
  const name = typeof value === 'string' ? value.toLowerCase() : '';
  if (METRIC_NAMES.has(name)) return name as Metric;
  fault(reader, 'metric', `must be one of ${METRICS.join(', ')}`);
  return undefined;
}

function readScale(reader: FieldReader, value: unknown): Scale | undefined {
  const given = readObject(reader, 'scale', value);
  if (!given) return undefined;
  const min = readEnd(reader, 'scale.min', given['min']);
  const max = readEnd(reader, 'scale.max', given['max']);
  if (min === undefined || max === undefined) return undefined;
  if (min < max) return { min, max };
  fault(reader, 'scale', `must have min below max, not ${min} and ${max}`);
  return undefined;
}

function readEnd(reader: FieldReader, path: string, value: unknown): number | undefined {
  if (isAbsent(value)) fault(reader, path, 'is needed where a scale is given');
  return readNumber(reader, path, value, -CAPS.number);
}

function readValue(
  reader: FieldReader,
  value: unknown,
  metric: Metric | undefined,
  scale: Scale | undefined,
): number | undefined {
  if (metric !== 'thumbs' || typeof value !== 'string')
    return readNumber(reader, 'score', value, -CAPS.number);
  const place = THUMBS.get(value.toLowerCase());
  if (place === undefined) fault(reader, 'score', 'must be "good", "bad" or a number');
  return scale && place !== undefined ? scale.min + place * (scale.max - scale.min) : undefined;
}
