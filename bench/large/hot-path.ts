/** A voice on its way from the door to its post, in the batches in which it travels when many come. */
import { createHash, randomBytes } from 'node:crypto';
import type { Client } from 'pg';
import { BUILT_IN_FLAGS } from '../../src/config/built-in-rules/built-in-flags.js';
import { DEFAULT_POLICY } from '../../src/config/default-policy.js';
import type { Policy } from '../../src/domain/policy.js';
import { createNewId } from '../../src/domain/uuid.js';
import { leaseBatch } from '../../src/posting/lease-batch.js';
import type { Platform } from '../../src/posting/platform.js';
import { loadBuiltInModel } from '../../src/reading/built-in-model.js';
import { createReader } from '../../src/reading/create-reader.js';
import { detectLanguage } from '../../src/reading/detect-language.js';
import { createJudge } from '../../src/reading/judge.js';
import type { Database } from '../../src/storage/database.js';
import { createAcceptDeliveries } from '../../src/use-cases/accept-deliveries.js';
import { keepHouse } from '../../src/use-cases/keep-house.js';
import { triageSignals } from '../../src/use-cases/triage-signals.js';
import { quietLog } from '../../test/quiet-log.js';
import type { Work } from './timing.js';
import { NOW, TEAMS } from './town.js';

const BATCH = 200;
const POSTED_AT_ONCE = 100;
const RUNS = 12;
const BODIES = 1_000;

export const POLICY: Policy = {
  ...DEFAULT_POLICY,
  routes: TEAMS.map((team, index) => ({ when: { region: [`region-${index}`] }, team })),
  teams: TEAMS.map((name) => ({ name, channels: { desk: name, slack: `C-${name}` }, members: [] })),
  defaultTeam: TEAMS[0] ?? '',
  fallbackTeam: TEAMS[0] ?? '',
};

const clock = (): Date => NOW;
export const newId = createNewId(clock, randomBytes);

/** Takes what it is given and says nothing of it. */
const silent = (name: Platform['name']): Platform => ({
  name,
  ready: () => true,
  buckets: () => [],
  send: () => Promise.resolve({ outcome: 'posted', reference: newId() }),
  lookBuckets: () => [],
  find: (_place, sought) =>
    Promise.resolve({
      found: sought.map(() => ({ outcome: 'impossible', why: 'nobody keeps it' })),
      calls: 0,
    }),
});
const PLATFORMS = [silent('desk'), silent('slack')];

export function hotPath({ accept: store, transaction, redoable }: Database, aside: Client): readonly Work[] {
  let voices = 0;
  const { accept } = createAcceptDeliveries({
    store,
    newId,
    clock,
    digest: (text) => createHash('sha256').update(text).digest(),
    log: quietLog,
    heard: () => undefined,
  });
  const hear = (): Promise<unknown> => {
    const index = ++voices;
    return accept({
      source: 'voice',
      deliveryId: `bench-${index}`,
      receivedAt: NOW,
      contentType: 'application/json',
      body: Buffer.from(`{"further":"${'x'.repeat(450)}"}`),
      bodyUntil: new Date(NOW.getTime() + 30 * 86_400_000),
      elements: [{ kind: 'signal', signal: voice(index) }],
    });
  };
  const hearMany = (): Promise<unknown> => Promise.all(Array.from({ length: BATCH }, hear));
  const read = createReader({
    judge: createJudge(loadBuiltInModel()),
    detectLanguage,
    flags: BUILT_IN_FLAGS,
    themes: POLICY.reading?.themes ?? [],
  });
  const triageAll = (): Promise<unknown> =>
    triageSignals({
      transaction: redoable,
      clock,
      newId,
      policy: POLICY,
      channelsOf: (team) => POLICY.teams.find(({ name }) => name === team)?.channels ?? {},
      read,
      limit: BATCH,
      mark: () => undefined,
    });
  const post = async (): Promise<unknown> => {
    const token = newId();
    const leased = await transaction((posting) =>
      leaseBatch(posting, {
        platforms: PLATFORMS,
        now: NOW,
        until: new Date(NOW.getTime() + 20_000),
        token,
        limit: POSTED_AT_ONCE,
        unlimited: true,
        refused: new Map(),
      }).then(({ leased: messages }) => messages),
    );
    const results = leased.map(({ due, revision }) => ({ id: due.id, token, revision, reference: newId() }));
    return redoable((posting) => posting.recordPosted(results, NOW, 31_000));
  };
  return [
    { name: 'a lone voice accepted', runs: 40, run: hear },
    { name: `${BATCH} voices accepted together`, runs: RUNS, run: hearMany },
    {
      name: `${BATCH} voices decided on`,
      runs: RUNS,
      async prepare() {
        await aside.query(`update signals set triaged_at = now() where triaged_at is null`);
        await hearMany();
      },
      run: triageAll,
    },
    { name: `${POSTED_AT_ONCE} messages leased and their posts recorded`, runs: RUNS, run: post },
    {
      name: `${BODIES} raw bodies forgotten`,
      runs: 3,
      async prepare() {
        await aside.query(
          `update deliveries set body_until = $1 where id in (select id from deliveries where body is not null order by body_until limit $2)`,
          [NOW, BODIES],
        );
      },
      run: () => keepHouse({ transaction, clock }),
    },
    {
      name: 'a minute in which nothing is to be forgotten',
      runs: 20,
      run: () => keepHouse({ transaction, clock }),
    },
  ];
}

/** Four in ten need a person; every other one is of a customer heard before. */
function voice(index: number) {
  const known = index % 2 === 0 ? (index % 900) + 1 : 10_000_000 + index;
  return {
    kind: 'survey',
    occurredAt: NOW,
    text: `The parcel was promised for Tuesday and then for Thursday, and nobody could tell me where it was. (${index})`,
    score: { metric: 'csat', value: index % 10 < 4 ? 2 : 4, scale: { min: 1, max: 5 } },
    externalId: `bench-${index}`,
    location: `region-${index % 40}`,
    channel: 'email',
    tags: [],
    customer: { id: `customer-${known}`, name: `Customer ${known}` },
  } as const;
}
