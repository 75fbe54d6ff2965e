/** The invented company of the large benchmark: ninety days of it, always the same from one seed. */

/** When the benchmark takes place; everything in the database happened in the ninety days before. */
export const NOW = new Date('2026-11-20T15:00:00Z');
export const DAYS = 90;
/** Whose days are meant. */
export const TIME_ZONE = 'Europe/Berlin';
export const SEED = 20_261_120;

export const TEAMS = Array.from({ length: 12 }, (_, index) => `team-${index + 1}`);
export const SOURCES = ['survey-tool', 'zendesk', 'voice', 'app-reviews', 'mentions'] as const;
export const THEMES = [
  'waiting',
  'price',
  'product quality',
  'help and answers',
  'app and website',
  'delivery',
  'refunds',
  'churn',
  'unsorted',
] as const;
export const STAFF = 200;

/** Of every 20 signals one opens an alert. */
export const SIGNALS_PER_ALERT = 20;
/** A customer speaks four times in the ninety days, some much more often. */
export const SIGNALS_PER_CUSTOMER = 4;
export const SIGNALS_PER_ACCOUNT = 100;

/** The least of the minutes that a tick may find: what fell due while nothing ran. */
export const DUE_ITEMS = 10_000;

export function moment(): string {
  return `timestamptz '${NOW.toISOString()}'`;
}
