/** Whatever a model answers, wherever it is asked: what stands in the database is what stood there, but for words that are its own. */
import { beforeEach, expect, it } from 'vitest';
import { SHORT_INJECTIONS } from '../cards/injections.js';
import type { FoundTheme } from '../../src/domain/themes/theme-book.js';
import { createReadByModel } from '../../src/reading/read-by-model.js';
import type { AskModel } from '../../src/use-cases/ask-model.js';
import { createNarrator } from '../../src/use-cases/narrative/narrate.js';
import { openPostMortem } from '../../src/use-cases/post-mortem/open-post-mortem.js';
import { readTexts } from '../../src/use-cases/read-by-model.js';
import { nameFoundThemes } from '../../src/use-cases/themes/name-found-themes.js';
import { createThemeKeeper } from '../../src/use-cases/themes/theme-keeper.js';
import { quietLog } from '../quiet-log.js';
import { createWorld, type World } from '../world.js';

const TEXT = 'Third time I call about the same thing.';
const FOUND: FoundTheme & { readonly id: string } = {
  id: '00000000-0000-7000-8000-00000000000f',
  name: 'gift cards',
  words: ['gift', 'cards'],
};
/** Of these a model's words may be; of all others nothing is its own. */
const OF_A_MODEL = [
  'model_readings',
  'narratives',
  'model_answers',
  'model_calls',
  'found_themes',
  'theme_names',
];

let world: World;
beforeEach(async () => {
  world = await createWorld(undefined, undefined, true);
  await world.hear({ text: TEXT, customer: { id: 'maria', name: 'Maria Lopez' } });
  await world.hear({ text: 'My lawyer will write to you.', customer: { id: 'bo', name: 'Bo Berg' } });
  await world.triageAll();
  const kim = await world.staff('Kim');
  await world.change(2, kim, { verb: 'claim' });
  const { clock, newId, policy } = world;
  const { transaction, pool } = world.database;
  const deps = { transaction, clock, newId, policy, channelsOf: () => ({ desk: 'support' }) };
  await openPostMortem({ ...deps, wanted: () => undefined }, { alert: 2, actorId: kim });
  await transaction((store) => {
    store.keepFoundThemes([FOUND], clock());
    return Promise.resolve();
  });
  await pool.query(`update messages set state = 'posted', reference = id::text`);
});

/** Every row of every table, without what counts how often a card was brought up to date. */
async function everything(): Promise<Readonly<Record<string, unknown>>> {
  const { pool } = world.database;
  const { rows: tables } = await pool.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
  );
  const kept = tables.map(({ name }) => name).filter((name) => !OF_A_MODEL.includes(name));
  const whole: Record<string, unknown> = {};
  for (const name of kept) {
    const { rows } = await pool.query<{ row: Record<string, unknown> }>(
      `select to_jsonb(t) - 'revision' - 'model_reading' - 'wanted_revision' - 'state' - 'not_before' - 'attempt' - 'priority' as row
       from ${name} t order by 1`,
    );
    whole[name] = rows.map(({ row }) => row);
  }
  return whole;
}

/** Says the same wherever it is asked, as gravely as it can. */
function saying(words: string): AskModel {
  const answers = {
    reading: {
      sentiment: 'positive',
      severity: 'critical',
      flags: ['legal', 'safety'],
      themes: [],
      reason: words,
      quote: words,
    },
    narrative: {
      sentences: [{ text: words.slice(0, 400) || '-', quote: words.slice(0, 300), voices: ['V1'] }],
    },
    theme_names: { names: [{ theme: 'T1', name: words.slice(0, 60) }] },
  };
  return ({ shape, schema }) => {
    const read = schema.safeParse(answers[shape as keyof typeof answers]);
    return Promise.resolve(
      read.success ? { answer: read.data, reader: 'gpt-test', kept: false } : { refused: 'unusable' },
    );
  };
}

async function askEverywhere(words: string): Promise<void> {
  const { clock, newId, policy } = world;
  const { transaction, pool } = world.database;
  const ask = saying(words);
  await pool.query(
    `update model_readings set state = 'wanted', not_before = '2000-01-01', attempt = 0, reading = null, done_at = null, left_why = null`,
  );
  await readTexts({
    ...{ transaction, clock, newId, policy },
    read: createReadByModel({ ask, themes: ['refunds'] }),
    changed: () => undefined,
    count: () => undefined,
  });
  const keeper = createThemeKeeper({ transaction, configured: ['refunds', 'legal'] });
  await nameFoundThemes({ transaction, clock, keeper, ask, changed: () => undefined });
  const wanted = () => undefined;
  await createNarrator({ transaction, ask, silence: {}, clock, log: quietLog, wanted }).postMortem(1);
}

it('changes no severity, owner, theme, matter, team, message or anything else of ours, whatever it says', async () => {
  const before = await everything();
  for (const words of SHORT_INJECTIONS) {
    await askEverywhere(words);
    await world.database.pool.query(`delete from narratives`);
  }
  expect(await everything()).toEqual(before);
  const { rows } = await world.database.pool.query<{ name: string }>('select name from found_themes');
  // At the most one that could be a name: letters, and what joins words.
  expect(rows).toEqual([{ name: expect.stringMatching(/^[\p{L}\p{M} '’&+,-]+$/u) as string }]);
}, 60_000);

it('and would, if words of the customer bore it out: as far as high, with a line that says so', async () => {
  const before = await everything();
  await askEverywhere(TEXT);
  const after = await everything();
  const changed = Object.keys(after).filter(
    (table) => JSON.stringify(after[table]) !== JSON.stringify(before[table]),
  );
  expect(changed.toSorted()).toEqual(['alert_events', 'alerts', 'messages']);
});
