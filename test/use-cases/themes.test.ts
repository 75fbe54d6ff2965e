/** Long because what is found, renamed, merged and named by a model is told of the same few customers. */
import { beforeEach, describe, expect, it } from 'vitest';
import { loadBuiltInModel } from '../../src/reading/built-in-model.js';
import { createFindThemes } from '../../src/reading/create-find-themes.js';
import { createSaysTheme } from '../../src/reading/says-theme.js';
import { withFoundThemes } from '../../src/reading/with-found-themes.js';
import type { AskModel } from '../../src/use-cases/ask-model.js';
import { followThemeNames } from '../../src/use-cases/themes/follow-theme-names.js';
import type { RenamedTheme } from '../../src/domain/themes/renamed-theme.js';
import { openPostMortem } from '../../src/use-cases/post-mortem/open-post-mortem.js';
import { nameFoundThemes } from '../../src/use-cases/themes/name-found-themes.js';
import { renameTheme } from '../../src/use-cases/themes/rename-theme.js';
import { searchThemes } from '../../src/use-cases/themes/search-themes.js';
import { createThemeKeeper, type ThemeKeeper } from '../../src/use-cases/themes/theme-keeper.js';
import { triageSignals } from '../../src/use-cases/triage-signals.js';
import { createWorld, type World } from '../world.js';

const DAY = 86_400_000;
const LOW = { kind: 'survey', score: { metric: 'csat', value: 2, scale: { min: 1, max: 5 } } } as const;
/** Six customers on what no rule names, and five who have nothing in common. */
const COURIERS = [
  'The courier left my parcel on the doorstep in the rain',
  'Courier never rang, parcel was stolen from the doorstep',
  'Your courier threw the parcel over the fence',
  'The courier said he rang. He did not, and the doorstep was empty',
  'Parcel at the wrong door, the courier would not come back',
  'Where is my parcel? The courier marked it as delivered',
];
const OTHERS = [
  'The lamp in the hallway hums',
  'Nobody answered the questionnaire about colours',
  'My garden chair has a scratch',
  'The brochure was printed upside down',
  'I was promised a window seat',
];

let world: World;
let keeper: ThemeKeeper;
beforeEach(async () => {
  world = await createWorld();
  keeper = keeperOf();
});

function keeperOf(): ThemeKeeper {
  return createThemeKeeper({ transaction: world.database.transaction, configured: ['refunds', 'legal'] });
}

async function say(who: string, text: string, by: ThemeKeeper = keeper): Promise<void> {
  await world.hear({ ...LOW, text, customer: { id: who, name: `Name${who}` } });
  await triageSignals({
    transaction: world.database.transaction,
    clock: world.clock,
    newId: world.newId,
    policy: world.policy,
    read: withFoundThemes(
      () => ({ reader: 'nobody', negative: 0, flags: [], themes: [] }),
      by.book,
      by.configured,
    ),
    themes: by,
    channelsOf: () => ({ desk: 'support' }),
    limit: 200,
    mark: () => undefined,
  });
}

const search = (by: ThemeKeeper = keeper): Promise<boolean> =>
  searchThemes({
    transaction: world.database.transaction,
    clock: world.clock,
    newId: world.newId,
    keeper: by,
    find: createFindThemes(loadBuiltInModel().ratings),
    saysTheme: createSaysTheme,
    changed: () => undefined,
  });

const rename = async (from: string, to: string): Promise<RenamedTheme> =>
  renameTheme(
    { transaction: world.database.transaction, clock: world.clock, keeper, changed: () => undefined },
    { from, to, actorId: await world.staff('Kim') },
  );

/** "CX-1 refunds customer:…:refunds open ×2". */
async function alerts(): Promise<readonly string[]> {
  const { rows } = await world.database.pool.query<{ line: string }>(
    `select concat_ws(' ', 'CX-' || number, theme, regexp_replace(group_key, '[0-9a-f-]{36}', '…'), state, '×' || signal_count) as line
     from alerts order by number`,
  );
  return rows.map(({ line }) => line);
}

async function themes(): Promise<readonly string[]> {
  const { rows } = await world.database.pool.query<{ line: string }>(
    `select theme || ' ' || count(*) as line from alerts group by theme order by count(*) desc, theme`,
  );
  return rows.map(({ line }) => line);
}

async function hearCouriers(): Promise<void> {
  for (const [index, text] of COURIERS.entries()) await say(`c${index}`, text);
  for (const [index, text] of OTHERS.entries()) await say(`o${index}`, text);
}

describe('what customers say that no theme takes', () => {
  it('is found at night, called by its words, and counts for what was said before', async () => {
    await hearCouriers();
    expect(await themes()).toEqual(['general 11']);
    await search();
    expect(await themes()).toEqual(['courier and parcel 6', 'general 5']);
  });

  it('is what a new voice is read for, and neither splits nor doubles the alert of somebody', async () => {
    await hearCouriers();
    await search();
    await say('c0', 'The courier came back. Still no answer');
    await say('c0', 'Hello? Nobody cares');
    await say('new', 'A courier knocked my lamp over');
    expect((await alerts())[0]).toBe('CX-1 courier and parcel customer:…:general open ×3');
    expect(await themes()).toEqual(['courier and parcel 7', 'general 5']);
  });

  it('is looked for once by two processes, and again the next night', async () => {
    await hearCouriers();
    const other = keeperOf();
    expect((await Promise.all([search(), search(other)])).toSorted()).toEqual([false, true]);
    expect(await search()).toBe(false);
    world.pass(DAY);
    expect(await search()).toBe(true);
    expect(await themes()).toEqual(['courier and parcel 6', 'general 5']);
  });

  it('is no theme where one customer says it ten times and three others do, or it is a name', async () => {
    for (let time = 0; time < 10; time += 1)
      await say('loud', `The kettle leaks, part ${'x'.repeat(time + 3)}`);
    for (let who = 0; who < 3; who += 1) await say(`k${who}`, 'The kettle leaks');
    for (let who = 0; who < 6; who += 1) await say(`n${who}`, `Ask for Namen${who} and Nameloud`);
    await search();
    expect((await themes()).filter((line) => /kettle|name/u.test(line))).toEqual([]);
  });
});

describe('a theme that somebody renames', () => {
  it('is called so in the past, for new voices, and keeps its one open alert', async () => {
    await say('maria', 'Where is my refund?');
    expect(await rename('refunds', 'money back')).toEqual({
      outcome: 'renamed',
      from: 'refunds',
      to: 'money back',
    });
    await say('maria', 'The refund again');
    await say('bo', 'A refund, please');
    expect(await alerts()).toEqual([
      'CX-1 money back customer:…:money back open ×2',
      'CX-2 money back customer:…:money back open ×1',
    ]);
  });

  it('can be called as it was, and by a third name, without a chain', async () => {
    await say('maria', 'Where is my refund?');
    await rename('refunds', 'money back');
    await rename('money back', 'refunds');
    await rename('refunds', 'returns');
    await say('maria', 'The refund again');
    expect(await alerts()).toEqual(['CX-1 returns customer:…:returns open ×2']);
    expect([...keeper.book().called].toSorted()).toEqual([
      ['money back', 'returns'],
      ['refunds', 'returns'],
    ]);
  });

  it('is called so at once by a process that was not told, which splits no alert by it', async () => {
    const late = keeperOf();
    await late.reload();
    await say('maria', 'Where is my refund?');
    await rename('refunds', 'money back');
    await say('maria', 'The refund again', late);
    await say('bo', 'My refund?', late);
    expect(await alerts()).toEqual([
      'CX-1 money back customer:…:money back open ×2',
      'CX-2 money back customer:…:money back open ×1',
    ]);
  });

  it('is renamed within a minute where it was written as before all the same', async () => {
    const late = { ...keeperOf(), reload: () => Promise.resolve() };
    await rename('refunds', 'money back');
    await say('bo', 'My refund?', late);
    expect(await alerts()).toEqual(['CX-1 refunds customer:…:refunds open ×1']);
    await followThemeNames({
      transaction: world.database.transaction,
      clock: world.clock,
      keeper,
      changed: () => undefined,
    });
    await say('bo', 'My refund!');
    expect(await alerts()).toEqual(['CX-1 money back customer:…:money back open ×2']);
  });

  it.each([
    ['', { outcome: 'empty' }],
    ['x'.repeat(41), { outcome: 'too_long' }],
    ['<!channel> look', { outcome: 'signs' }],
    ['https://evil.example', { outcome: 'signs' }],
    ['REFUNDS', { outcome: 'renamed', from: 'refunds', to: 'REFUNDS' }],
    ['refunds', { outcome: 'unchanged', to: 'refunds' }],
  ])('to “%s”: %j', async (to, outcome) => {
    expect(await rename('refunds', to)).toEqual(outcome);
  });

  it('and is known by no other name: whoever comes second is told what it is called now', async () => {
    await rename('refunds', 'money back');
    expect(await rename('refunds', 'returns')).toEqual({
      outcome: 'no_such_theme',
      from: 'refunds',
      now: 'money back',
    });
    expect(await rename('nonsense', 'returns')).toEqual({ outcome: 'no_such_theme', from: 'nonsense' });
    expect(await rename('general', 'returns')).toEqual({ outcome: 'no_such_theme', from: 'general' });
  });
});

describe('the card of a post-mortem', () => {
  const cards = async (): Promise<readonly string[]> => {
    const { rows } = await world.database.pool.query<{ line: string }>(
      `select concat_ws(' ', 'PM-' || p.number, p.theme, m.state, (m.wanted_revision = p.revision)::text) as line
       from post_mortems p join messages m on m.post_mortem = p.number and m.role = 'card' order by p.number`,
    );
    return rows.map(({ line }) => line);
  };

  it('follows the theme that it is of, and that of its alerts; no other card does', async () => {
    await say('maria', 'Where is my refund?');
    await say('bo', 'You will hear from my lawyer');
    const actorId = await world.staff('Kim');
    for (const alert of [1, 2]) {
      const { transaction } = world.database;
      const { clock, newId, policy } = world;
      const deps = { transaction, clock, newId, policy, channelsOf: () => ({ desk: 'support' }) };
      await openPostMortem({ ...deps, wanted: () => undefined }, { alert, actorId });
    }
    const post = () =>
      world.database.pool.query(`update messages set state = 'posted' where post_mortem is not null`);
    await post();
    await rename('refunds', 'money back');
    expect(await cards()).toEqual(['PM-1 money back wanted true', 'PM-2 legal posted true']);
    await post();
    await world.database.pool.query(`update post_mortems set theme = 'general' where number = 1`);
    await rename('money back', 'legal');
    expect(await cards()).toEqual(['PM-1 general wanted true', 'PM-2 legal posted true']);
  });
});

describe('a theme that somebody merges into another', () => {
  it('counts there, and an alert that is open under both names stays two, which no voice doubles again', async () => {
    await say('maria', 'Where is my refund?');
    await say('maria', 'You will hear from my lawyer');
    await say('bo', 'My refund?');
    expect(await rename('refunds', 'Legal')).toEqual({ outcome: 'merged', from: 'refunds', to: 'legal' });
    await say('maria', 'The refund again');
    await say('bo', 'The refund again');
    expect(await alerts()).toEqual([
      'CX-1 legal customer:…:refunds open ×1',
      'CX-2 legal customer:…:legal open ×2',
      'CX-3 legal customer:…:legal open ×2',
    ]);
  });

  it('may be one that was found: its words are read as the theme it went to, in one alert with it', async () => {
    await hearCouriers();
    await search();
    await rename('courier and parcel', 'refunds');
    await say('c0', 'The courier again');
    await say('c0', 'And my refund?');
    expect((await alerts())[0]).toBe('CX-1 refunds customer:…:refunds open ×3');
    expect(await themes()).toEqual(['refunds 6', 'general 5']);
  });

  it('may be no theme at all, and is not found again', async () => {
    await hearCouriers();
    await search();
    await rename('courier and parcel', 'general');
    world.pass(DAY);
    await search();
    await say('new', 'The courier and my parcel');
    expect(await themes()).toEqual(['general 12']);
  });
});

describe('a model that names what was found', () => {
  /** A model that answers so; what it was asked. */
  const asked: string[] = [];
  const nameBy = async (name: string): Promise<void> => {
    asked.length = 0;
    const ask: AskModel = ({ input, schema }) => {
      asked.push(input);
      return Promise.resolve({
        answer: schema.parse({ names: [{ theme: 'T1', name }] }),
        reader: 'model',
        kept: false,
      });
    };
    const { transaction } = world.database;
    await nameFoundThemes({ transaction, clock: world.clock, keeper, ask, changed: () => undefined });
  };

  it('is told words and examples, and its name is used; a person’s is never replaced', async () => {
    await hearCouriers();
    await search();
    await nameBy('parcel couriers');
    expect(asked[0]).toMatch(/^T1: courier, parcel, doorstep\n- /u);
    expect(await themes()).toEqual(['parcel couriers 6', 'general 5']);
    await rename('parcel couriers', 'our courier');
    await nameBy('something else');
    expect(asked).toEqual([]);
    expect(await themes()).toEqual(['our courier 6', 'general 5']);
  });

  it.each([
    ['calls somebody', '<!channel> now'],
    ['leads somewhere', 'evil.example'],
    ['is a command', '/cx-claim CX-1'],
    ['is a figure', '500 parcels'],
    ['is a customer', 'Namec1 and parcels'],
    ['is a tale', 'parcels that were left in the rain'],
    ['is that of another theme', 'Refunds'],
    ['would hide the theme', 'general'],
    ['is empty', ' '],
  ])('changes nothing where its name %s', async (_, name) => {
    await hearCouriers();
    await search();
    await nameBy(name);
    expect(asked).toHaveLength(1);
    expect(await themes()).toEqual(['courier and parcel 6', 'general 5']);
  });
});
