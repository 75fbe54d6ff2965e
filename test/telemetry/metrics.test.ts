import { expect, it } from 'vitest';
import { createMetrics } from '../../src/telemetry/metrics.js';
import { DatabaseAway } from '../../src/use-cases/failures.js';

it('figures are told while the database is away, without the one that it alone knows', async () => {
  const rows = [{ platform: 'slack', waiting: 3, unconfirmed: 0 }];
  let isAway = false;
  const metrics = createMetrics(() =>
    isAway ? Promise.reject(new DatabaseAway('away')) : Promise.resolve(rows),
  );
  metrics.answered('voice', 503, 12);
  expect(await metrics.text()).toContain('earshot_messages_waiting{platform="slack"} 3');
  isAway = true;
  const told = await metrics.text();
  expect(told).toContain('earshot_requests_total{door="voice",status="503"} 1');
  expect(told).not.toContain('earshot_messages_waiting{');
});
