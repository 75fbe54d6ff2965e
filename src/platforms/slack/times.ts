/** How long everything on Slack may take or waits; tests say less. */
import type { Backoff } from '../wire/backoff.js';
import { HEALTH_TIMES, type HealthTimes } from '../wire/health.js';
import { DELIVERY_TIMES, type DeliveryTimes } from './receive/delivery.js';

export interface SlackTimes {
  readonly health: HealthTimes;
  readonly delivery: DeliveryTimes;
  /** Between two tries at a Socket Mode connection. */
  readonly socket: Backoff;
  readonly loadingMs: number;
  readonly channelsAgainMs: number;
  /** People are listed anew when Slack comes back after this; in between its events tell. */
  readonly peopleAgainMs: number;
}

export const SLACK_TIMES: SlackTimes = {
  health: HEALTH_TIMES,
  delivery: DELIVERY_TIMES,
  socket: { firstMs: 250, mostMs: 15_000 },
  loadingMs: 1_000,
  channelsAgainMs: 5 * 60_000,
  peopleAgainMs: 3_600_000,
};
