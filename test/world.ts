/** A database, a clock that is moved by hand and the use cases on them: what tests of the inside start from. */
import { createHash, randomBytes } from 'node:crypto';
import type { Receipt } from '../src/domain/delivery.js';
import type { Change } from '../src/domain/changes/change.js';
import type { Policy } from '../src/domain/policy.js';
import type { Signal } from '../src/domain/signal.js';
import { createNewId } from '../src/domain/uuid.js';
import { type AcceptDeliveries, createAcceptDeliveries } from '../src/use-cases/accept-deliveries.js';
import { changeAlert, type ChangeResult } from '../src/use-cases/change-alert.js';
import { rememberUsers } from '../src/use-cases/know-staff.js';
import { type ReadText, triageSignals, type Triaged } from '../src/use-cases/triage-signals.js';
import { createTestDatabase, type TestDatabase } from './database/test-database.js';
import { quietLog } from './quiet-log.js';

export const START = new Date('2026-11-20T09:00:00Z');

const TEST_DEADLINES = {
  critical: { respondMinutes: 15, resolveMinutes: 240 },
  high: { respondMinutes: 60, resolveMinutes: 1_440 },
  normal: { respondMinutes: 240, resolveMinutes: 4_320 },
  low: { respondMinutes: 1_440, resolveMinutes: 10_080 },
};

/** Low scores need a person; refunds are a theme; one team on the desk. */
const TEST_POLICY: Policy = {
  rules: [
    { name: 'refunds', when: { says: ['refund*'] }, theme: 'refunds', reason: 'about refunds' },
    {
      name: 'lawyer',
      when: { says: ['lawyer'] },
      severity: 'critical',
      theme: 'legal',
      reason: 'says {said}',
    },
  ],
  thresholds: { csat: 2, nps: 6, ces: 3, stars: 2, thumbs: 0 },
  routes: [],
  teams: [
    { name: 'support', channels: { desk: 'support' }, members: [] },
    { name: 'fallback', channels: { desk: 'lobby' }, members: [] },
  ],
  defaultTeam: 'support',
  fallbackTeam: 'fallback',
  deadlines: TEST_DEADLINES,
  tierDeadlines: {},
};

export interface World {
  readonly database: TestDatabase;
  readonly clock: () => Date;
  readonly newId: () => string;
  readonly policy: Policy;
  readonly accept: AcceptDeliveries['accept'];
  pass(ms: number): void;
  /** Each in a delivery of its own, all at the same time. */
  hear(...signals: readonly Partial<Signal>[]): Promise<readonly Receipt[]>;
  /** At most so many, where it is said. */
  triageAll(limit?: number): Promise<Triaged>;
  /** The id of a member of staff known on the desk. */
  staff(name: string): Promise<string>;
  change(alert: number, actorId: string, change: Change): Promise<ChangeResult>;
}

/** What tests say of a text is not read: each gives its own reading where it wants one. */
const NOTHING_READ: ReadText = () => ({ reader: 'nobody', negative: 0, flags: [], themes: [] });

export async function createWorld(
  policy: Policy = TEST_POLICY,
  read: ReadText = NOTHING_READ,
  modelReads = false,
): Promise<World> {
  let now = START;
  let deliveries = 0;
  const clock = (): Date => now;
  const newId = createNewId(clock, randomBytes);
  const database = await createTestDatabase(clock);
  const { transaction } = database;
  const { accept } = createAcceptDeliveries({
    store: database.accept,
    newId,
    clock,
    digest: (text) => createHash('sha256').update(text).digest(),
    log: quietLog,
    heard: () => undefined,
  });
  return {
    database,
    clock,
    newId,
    policy,
    accept,
    pass(ms) {
      now = new Date(now.getTime() + ms);
    },
    async hear(...signals) {
      const receipts = await Promise.all(
        signals.map((signal) =>
          accept({
            source: 'voice',
            deliveryId: `delivery-${++deliveries}`,
            receivedAt: now,
            contentType: 'application/json',
            body: Buffer.from('{}'),
            bodyUntil: new Date(now.getTime() + 86_400_000),
            elements: [{ kind: 'signal', signal: { ...usually(signal.kind), occurredAt: now, ...signal } }],
          }),
        ),
      );
      return receipts.flat();
    },
    triageAll: (limit = 200) =>
      triageSignals({
        transaction,
        clock,
        newId,
        policy,
        read,
        modelReads,
        channelsOf: (team) => policy.teams.find(({ name }) => name === team)?.channels ?? {},
        limit,
        mark: () => undefined,
      }),
    async staff(name) {
      const user = { platform: 'desk', userId: name, name, standing: 'member' } as const;
      await rememberUsers({ transaction, clock, newId }, [user]);
      const found = await transaction((store) => store.findUser('desk', name));
      return found?.staff.id ?? '';
    },
    change: (alert, actorId, change) =>
      changeAlert(
        { transaction, clock, newId, policy, changed: () => undefined },
        { alert, actorId, change },
      ),
  };
}

/** Only an answer to a survey has a score that nobody gave it. */
function usually(kind: Signal['kind'] = 'survey'): Signal {
  const { score, ...without } = LOW_SCORE;
  return { ...without, ...(kind === 'survey' && score && { score }) };
}

const LOW_SCORE: Signal = {
  kind: 'survey',
  occurredAt: START,
  text: 'Third time I call about the same refund.',
  score: { metric: 'csat', value: 2, scale: { min: 1, max: 5 } },
  tags: [],
};
