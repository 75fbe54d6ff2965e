/** What a score means: its scale, its place between 0 and 1, and when it is low. */

/** csat 1..5, nps 0..10, ces 1..7, stars 1..5, thumbs good (1) or bad (0). */
export const METRICS = ['csat', 'nps', 'ces', 'stars', 'thumbs'] as const;
export type Metric = (typeof METRICS)[number];

export interface Scale {
  readonly min: number;
  readonly max: number;
}

export interface Score {
  readonly metric: Metric;
  /** As given by the sender, within `scale`. */
  readonly value: number;
  readonly scale: Scale;
}

/** The scale a metric has when the sender names none. */
export const USUAL_SCALES: Readonly<Record<Metric, Scale>> = {
  csat: { min: 1, max: 5 },
  nps: { min: 0, max: 10 },
  ces: { min: 1, max: 7 },
  stars: { min: 1, max: 5 },
  thumbs: { min: 0, max: 1 },
};

/** The place of the score on its scale, 0 (worst) to 1 (best). */
export function normalise(score: Score): number {
  const { min, max } = score.scale;
  return (score.value - min) / (max - min);
}

/** The same place on the metric's usual scale: 20 of 0..100 for csat is 1.8 of 1..5. */
export function onUsualScale(score: Score): number {
  const usual = USUAL_SCALES[score.metric];
  return usual.min + normalise(score) * (usual.max - usual.min);
}

/** The score in a reader's words: "2 of 5", "bad". */
export function scoreInWords(score: Score): string {
  if (score.metric === 'thumbs') return normalise(score) >= 0.5 ? 'good' : 'bad';
  return `${number(score.value)} of ${number(score.scale.max)}`;
}

/** What a score at or below `limit`, on the metric's usual scale, is called: "CSAT of 2 or less", "rated bad". */
export function atMostInWords(metric: Metric, limit: number): string {
  switch (metric) {
    case 'csat':
    case 'nps':
    case 'ces':
      return `${METRIC_NAMES[metric]} of ${number(limit)} or less`;
    case 'stars':
      return limit === 1 ? '1 star' : `${number(limit)} stars or fewer`;
    case 'thumbs':
      return 'rated bad';
  }
}

/** Whether the score is on its metric's usual scale. */
export function isOnUsualScale({ metric, scale }: Score): boolean {
  const usual = USUAL_SCALES[metric];
  return scale.min === usual.min && scale.max === usual.max;
}

/** The metric as people write it. */
export const METRIC_NAMES: Readonly<Record<Metric, string>> = {
  csat: 'CSAT',
  nps: 'NPS',
  ces: 'CES',
  stars: 'Stars',
  thumbs: 'Rating',
};

function number(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(1);
}
