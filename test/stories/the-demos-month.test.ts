/** The demo's two months, lived through on a real database: what somebody sees who has just started it. */
import { randomBytes } from 'node:crypto';
import { renderToString } from 'hono/jsx/dom/server';
import { beforeAll, describe, expect, it } from 'vitest';
import { alertCard } from '../../src/cards/alert-card.js';
import { BUILT_IN_FLAGS } from '../../src/config/built-in-rules/built-in-flags.js';
import { DEFAULT_POLICY } from '../../src/config/default-policy.js';
import { DEFAULT_DIGESTS } from '../../src/config/yaml/digest-yaml.js';
import { DEMO_STAFF, demoPolicy } from '../../src/demo/demo-config.js';
import { createMonth } from '../../src/demo/month/create-month.js';
import { zonedAudiences } from '../../src/domain/digest/zoned-audiences.js';
import type { Figures } from '../../src/domain/figures/figures.js';
import type { Span } from '../../src/domain/figures/period.js';
import type { Summary } from '../../src/domain/figures/summary.js';
import { createNewId } from '../../src/domain/uuid.js';
import { liveThrough } from '../../src/past/live-through.js';
import { deskPlatform } from '../../src/platforms/desk/desk-platform.js';
import { CardView } from '../../src/platforms/desk/render/render-card.js';
import { loadBuiltInModel } from '../../src/reading/built-in-model.js';
import { createReader } from '../../src/reading/create-reader.js';
import { detectLanguage } from '../../src/reading/detect-language.js';
import { createJudge } from '../../src/reading/judge.js';
import { standard } from '../../src/sources/standard.js';
import type { Log } from '../../src/use-cases/log.js';
import { attendAlerts } from '../../src/use-cases/attend-alerts.js';
import { rememberUsers } from '../../src/use-cases/know-staff.js';
import { readSummary } from '../../src/use-cases/read-summary.js';
import { createTestDatabase, type TestDatabase } from '../database/test-database.js';
import { quietLog } from '../quiet-log.js';

const NOW = new Date('2026-11-18T15:20:00Z');
const TIME_ZONE = 'Europe/London';
const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const MINUTE_MS = 60_000;
const LONG_MS = 120_000;

const clock = (): Date => NOW;
const newId = createNewId(clock, randomBytes);
const policy = demoPolicy(DEFAULT_POLICY);
const complaints: unknown[] = [];
let leftOut: readonly string[];
const log: Log = {
  ...quietLog,
  warn: (...words) => void complaints.push(words),
  error: (...words) => void complaints.push(words),
};
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase(clock);
  const people = { transaction: database.transaction, clock, newId };
  await rememberUsers(people, DEMO_STAFF);
  const source = standard.create({ name: 'voice', secrets: [SECRET], settings: {} });
  leftOut = await liveThrough(
    {
      database,
      sources: new Map([['voice', { name: 'voice', source, limits: 'off', retentionDays: 30 }]]),
      policy,
      channelsOf: (team) => ({ desk: team }),
      read: createReader({
        judge: createJudge(loadBuiltInModel()),
        detectLanguage,
        flags: BUILT_IN_FLAGS,
        themes: policy.reading?.themes ?? [],
      }),
      people,
      desk: deskPlatform(() => undefined),
      audiences: zonedAudiences(DEFAULT_DIGESTS, TIME_ZONE),
      now: NOW,
      timeZone: TIME_ZONE,
      log,
    },
    createMonth({ now: NOW, timeZone: TIME_ZONE, name: 'voice', secret: SECRET }),
  );
}, LONG_MS);

const ask = (span: Span, team?: string): Promise<Summary> =>
  database.transaction((store) =>
    readSummary(
      store,
      { span, timeZone: TIME_ZONE, askedAt: NOW, ...(team !== undefined && { team }) },
      NOW,
      policy,
    ),
  );
const rows = async <Row>(text: string): Promise<readonly Row[]> =>
  (await database.pool.query(text)).rows as Row[];

describe('the demo’s month, lived through', () => {
  it('goes without a word: every step was taken, every voice that was followed up had opened an alert', () => {
    expect(leftOut).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('ends with the digest of this morning, where the fallback team reads it', async () => {
    expect(
      await rows(
        `select m.channel, m.state, m.posted_at, r.kind from messages m join reports r on r.id = m.report where m.role = 'report'`,
      ),
    ).toEqual([
      { channel: 'support', state: 'posted', posted_at: new Date('2026-11-18T08:00:00Z'), kind: 'digest' },
    ]);
  });

  it.each([30, 7])(
    'every figure of the last %s days stands on five or more, and of those before',
    async (days) => {
      const { now, previous } = await ask({ kind: 'days', days });
      const known: readonly (keyof Figures)[] = [
        'counts',
        'csat',
        'nps',
        'toClaim',
        'toResolve',
        'answeredInTime',
        'resolvedInTime',
        'recovered',
        'promisesKept',
      ];
      expect(Object.keys(now)).toEqual(known);
      expect(Object.keys(previous)).toEqual(known);
    },
  );

  it('the summary tells its story: refunds rise, the login is mended, gold accounts are in trouble', async () => {
    const { themes, accounts } = await ask({ kind: 'days', days: 30 });
    const rise = Object.fromEntries(themes.map(({ theme, alerts, before }) => [theme, [alerts, before]]));
    expect(themes[0]?.theme).toBe('refunds');
    expect(rise['refunds']?.[0]).toBeGreaterThanOrEqual(5 * (rise['refunds']?.[1] ?? 0));
    expect(rise['login']?.[0]).toBeGreaterThanOrEqual(10);
    expect(accounts.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Marlowe Street Dental', 'Saltmarsh Pottery']),
    );
    const week = await ask({ kind: 'days', days: 7 });
    expect(week.themes.map(({ theme }) => theme)).not.toContain('login');
  });

  it('one team is slower than the others', async () => {
    const [delivery, support] = await Promise.all(
      ['delivery', 'support'].map((team) => ask({ kind: 'days', days: 30 }, team)),
    );
    expect(delivery?.now.toClaim?.medianMs).toBeGreaterThan(4 * (support?.now.toClaim?.medianMs ?? 0));
  });

  it('has promises that were kept, late and broken, in both months', async () => {
    const found = await rows<{ outcome: string; n: number }>(
      `select coalesce(data->'promise'->>'outcome', 'broken') as outcome, count(*)::int as n from alert_events
       where kind = 'promise_broken' or data->'promise' is not null group by 1 order by 1`,
    );
    expect(found.map(({ outcome }) => outcome)).toEqual(['broken', 'kept', 'late']);
    expect(found.reduce((sum, { n }) => sum + n, 0)).toBeGreaterThanOrEqual(20);
    const before = await rows<{ n: number }>(
      `select count(*)::int as n from alert_events
       where (kind = 'promise_broken' or data->'promise' is not null) and at < '2026-10-20T00:00:00Z'`,
    );
    expect(before[0]?.n).toBeGreaterThanOrEqual(5);
  });

  it('each card was posted when its alert was opened, in that order, and shows how it stands', async () => {
    const cards = await rows<{ opened_at: Date; posted_at: Date; state: string; behind: number }>(
      `select a.opened_at, m.posted_at, m.state, m.wanted_revision - m.posted_revision as behind
       from messages m join alerts a on a.number = m.alert where m.role = 'card' order by m.seq`,
    );
    expect(cards.length).toBeGreaterThan(140);
    for (const card of cards) expect(card).toMatchObject({ state: 'posted', behind: 0 });
    const late = cards.filter((card) => card.posted_at.getTime() - card.opened_at.getTime() > MINUTE_MS);
    expect(late).toEqual([]);
    const times = cards.map(({ opened_at: at }) => at.getTime());
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });

  it('has somebody waiting in every channel, and something claimed for each of the staff', async () => {
    const channels = await database.transaction((store) => store.deskChannels());
    expect(channels.map(({ name }) => name)).toEqual(['billing', 'delivery', 'support']);
    for (const { open, unclaimed } of channels) {
      expect(unclaimed).toBeGreaterThanOrEqual(1);
      expect(open).toBeLessThan(12);
    }
    const owners = await rows<{ name: string }>(
      `select distinct s.name from alerts a join staff s on s.id = a.owner_id where a.state = 'claimed'`,
    );
    expect(owners).toHaveLength(DEMO_STAFF.length);
  });

  it('nothing of the past rings now: the first tick says nothing, and all was posted', async () => {
    const said = () =>
      rows<{ n: number }>(
        'select (select count(*) from alert_events) + (select count(*) from messages) + (select count(*) from reminders) as n',
      );
    const before = await said();
    const tick = (at: Date): Promise<void> =>
      attendAlerts({
        transaction: database.transaction,
        clock: () => at,
        newId,
        policy,
        platforms: ['desk'],
        timeZone: TIME_ZONE,
        changed: () => undefined,
      });
    await tick(NOW);
    expect(await said()).toEqual(before);
    const waiting = await rows(`select 1 from messages where state <> 'posted'`);
    expect(waiting).toEqual([]);
    // What is truly open rings when its time comes: the call-back that is promised for later today.
    await tick(new Date(NOW.getTime() + 60 * MINUTE_MS));
    const rung = await rows<{ what: string }>(
      `select r.what from reminders r where r.at > '${NOW.toISOString()}'`,
    );
    expect(rung.map(({ what }) => what)).toContain('promise_now');
    expect(rung.length).toBeLessThan(6);
  });

  it('hostile words stay words', async () => {
    const [found] = await rows<{ alert: number }>(
      `select alert::int from signals where text like '%<!here> @everyone%'`,
    );
    const view = await database.transaction((store) => store.viewAlert(found?.alert ?? 0));
    expect(view?.lead.text).toContain('[your voucher](https://evil.example/voucher) =1+1 <img src=x');
    if (!view) throw new Error('there is no such alert');
    const shown = renderToString(
      CardView({
        card: alertCard(view),
        entry: { view, at: view.alert.openedAt },
        moment: { now: NOW, timeZone: TIME_ZONE },
        threadAddress: '/',
      }),
    );
    expect(shown).toContain('Lottie &lt;b&gt;Fenwick&lt;/b&gt;');
    expect(shown).toContain('&lt;img src=x');
    expect(shown).not.toMatch(/<b>|<img|href="https:\/\/evil/u);
  });
});
