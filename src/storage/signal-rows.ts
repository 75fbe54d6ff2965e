/** Between the row of a signal and the signal. */
import type { SignalView } from '../domain/alert-view.js';
import { type Metric, type Score, USUAL_SCALES } from '../domain/score.js';
import { type Signal, type SignalKind, speakerName } from '../domain/signal.js';

type Facts = Pick<
  Signal,
  'tags' | 'agent' | 'location' | 'author' | 'account' | 'customer' | 'extra' | 'reported'
>;

export interface SignalRow {
  readonly id: string;
  readonly source: string;
  readonly kind: string;
  readonly metric: string | null;
  readonly score: number | null;
  readonly scale_min: number | null;
  readonly scale_max: number | null;
  readonly external_id: string | null;
  readonly conversation_id: string | null;
  readonly occurred_at: Date;
  readonly received_at: Date;
  readonly text: string | null;
  readonly happening: string | null;
  readonly url: string | null;
  readonly channel: string | null;
  readonly language: string | null;
  readonly read_language: string | null;
  readonly facts: Facts;
  readonly amends: string | null;
  readonly amended_at: Date | null;
}

/** The columns of SignalRow, of the table known as `alias`. */
export function signalColumns(alias: string): string {
  return SIGNAL_COLUMNS.map((column) => `${alias}.${column}`).join(', ');
}

const SIGNAL_COLUMNS = [
  'id',
  'source',
  'kind',
  'metric',
  'score',
  'scale_min',
  'scale_max',
  'external_id',
  'conversation_id',
  'occurred_at',
  'received_at',
  'text',
  'happening',
  'url',
  'channel',
  'language',
  'read_language',
  'facts',
  'amends',
  'amended_at',
] as const satisfies readonly (keyof SignalRow)[];

export function toSignal(row: SignalRow): Signal {
  const score = scoreOf(row);
  return {
    ...row.facts,
    kind: row.kind as SignalKind,
    occurredAt: row.occurred_at,
    ...(row.external_id !== null && { externalId: row.external_id }),
    ...(row.conversation_id !== null && { conversationId: row.conversation_id }),
    ...spoken(row),
    ...(score && { score }),
  };
}

export function toSignalView(row: SignalRow): SignalView {
  const score = scoreOf(row);
  const speaker = speakerName(row.facts);
  const reach = row.facts.author?.reach;
  return {
    id: row.id,
    source: row.source,
    kind: row.kind as SignalKind,
    occurredAt: row.occurred_at,
    receivedAt: row.received_at,
    ...spoken(row),
    ...(row.language === null && row.read_language !== null && { looksWrittenIn: row.read_language }),
    ...(score && { score }),
    ...(speaker !== undefined && { speaker }),
    ...(reach !== undefined && { reach }),
    ...(row.amends !== null && { amends: row.amends }),
    ...(row.amended_at && { amendedAt: row.amended_at }),
    ...(row.facts.reported && { reporter: row.facts.reported.name }),
  };
}

function spoken(row: SignalRow): Pick<Signal, 'text' | 'happening' | 'url' | 'channel' | 'language'> {
  return {
    ...(row.text !== null && { text: row.text }),
    ...(row.happening !== null && { happening: row.happening }),
    ...(row.url !== null && { url: row.url }),
    ...(row.channel !== null && { channel: row.channel }),
    ...(row.language !== null && { language: row.language }),
  };
}

export function scoreOf(
  row: Pick<SignalRow, 'metric' | 'score' | 'scale_min' | 'scale_max'>,
): Score | undefined {
  if (row.metric === null || row.score === null) return undefined;
  const metric = row.metric as Metric;
  const usual = USUAL_SCALES[metric];
  return {
    metric,
    value: row.score,
    scale: { min: row.scale_min ?? usual.min, max: row.scale_max ?? usual.max },
  };
}
