/** What people ask for: summaries, lists, the pages of the desk. */
import type { Client } from 'pg';
import { MOST_LISTED } from '../../src/cards/alerts-note.js';
import type { Span } from '../../src/domain/figures/period.js';
import type { Question } from '../../src/domain/figures/summary.js';
import type { Database } from '../../src/storage/database.js';
import { readSummary } from '../../src/use-cases/read-summary.js';
import { AUDIENCES, digestOf } from './digest-of.js';
import { POLICY } from './hot-path.js';
import type { Work } from './timing.js';
import { NOW, SOURCES, TEAMS, TIME_ZONE } from './town.js';

const RUNS = 40;
const TODAY: Span = { kind: 'today' };
const WEEK: Span = { kind: 'days', days: 7 };
const MONTH: Span = { kind: 'days', days: 30 };
/** Of the desk's stream and lists. */
const A_PAGE = 50;
const DAY_MS = 86_400_000;

interface Someone {
  readonly staffId: string;
  readonly customerId: string;
  readonly alert: number;
}

export async function reads({ transaction }: Database, aside: Client): Promise<readonly Work[]> {
  const { staffId, customerId, alert } = await busiest(aside);
  const [team = ''] = TEAMS;
  const [source] = SOURCES;
  const summary = (
    name: string,
    question: Pick<Question, 'span' | 'team' | 'source'>,
    aimMs?: number,
  ): Work => ({
    name: `/cx-summary ${name}`,
    runs: RUNS,
    run: () =>
      transaction((store) =>
        readSummary(store, { ...question, timeZone: TIME_ZONE, askedAt: NOW }, NOW, POLICY),
      ),
    ...(aimMs !== undefined && { aimMs }),
  });
  const read = (name: string, run: Parameters<typeof transaction>[0]): Work => ({
    name,
    runs: RUNS,
    run: () => transaction(run),
  });
  return [
    summary('today', { span: TODAY }),
    summary('7d', { span: WEEK }, 300),
    summary('7d, one team', { span: WEEK, team }, 300),
    summary('7d, one source', { span: WEEK, source }, 300),
    summary('30d', { span: MONTH }),
    {
      name: `digests of ${AUDIENCES} audiences`,
      runs: 3,
      aimMs: 10_000,
      async run() {
        for (let audience = 0; audience < AUDIENCES; audience += 1)
          await transaction((store) => digestOf(store, audience));
      },
    },
    read('/cx-alerts', (store) => store.listAlerts({ show: 'all' }, MOST_LISTED)),
    read('/cx-alerts unclaimed', (store) => store.listAlerts({ show: 'unclaimed' }, MOST_LISTED)),
    read('/cx-mine', (store) => store.listAlerts({ show: 'mine', staffId, order: 'due' }, MOST_LISTED)),
    read('desk: frame', async (store) => {
      await store.deadMessages(100);
      await store.deskChannels();
      await store.listAlerts({ show: 'all' }, 1);
      await store.listAlerts({ show: 'mine', staffId }, 1);
    }),
    read('desk: a channel', (store) => store.deskStream(team, { limit: A_PAGE })),
    read('desk: Mine', async (store) => {
      await store.listAlerts({ show: 'mine', staffId, order: 'due' }, A_PAGE);
      await store.remindersOf(staffId, new Date(NOW.getTime() - DAY_MS));
    }),
    read('desk: a thread', (store) => store.deskThread(alert)),
    read('desk: everything heard', (store) => store.heard({ limit: A_PAGE })),
    read('desk: sources', (store) => store.sourceActivity()),
    read('timeline of the busiest customer', (store) =>
      store.customerTimeline(customerId, { limit: A_PAGE }),
    ),
  ];
}

/** Those of whom there is the most to read. */
async function busiest(aside: Client): Promise<Someone> {
  const most = async (column: string, table: string, where: string): Promise<string> => {
    const { rows } = await aside.query<{ id: string }>(
      `select ${column} as id from ${table} where ${where} group by 1 order by count(*) desc, 1 limit 1`,
    );
    return rows[0]?.id ?? '';
  };
  return {
    staffId: await most('owner_id', 'alerts', `state = 'claimed'`),
    customerId: await most('customer_id', 'signals', 'true'),
    alert: Number(await most('alert', 'alert_events', 'true')),
  };
}
