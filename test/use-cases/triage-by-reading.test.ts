import { afterEach, beforeEach, expect, it } from 'vitest';
import { cardFacts } from '../../src/cards/card-facts.js';
import { cardNotes } from '../../src/cards/card-notes.js';
import { aloud } from '../cards/read-aloud.js';
import { createWorld, type World } from '../world.js';

const csat = (value: number) => ({ metric: 'csat', value, scale: { min: 1, max: 5 } }) as const;

let world: World;
beforeEach(async () => {
  world = await createWorld(undefined, (text, language) => ({
    reader: 'the built-in model',
    negative: text.includes('awful') ? 0.93 : 0.2,
    language: language ?? 'es',
    ...(language === 'de' && { doubt: 'it learnt from English, and this looks German' }),
    flags: [],
    themes: [],
  }));
});
afterEach(() => world.database.close());

it('a mention without a score opens an alert by how it reads, and its card names the path that read it', async () => {
  await world.hear({ kind: 'mention', text: 'An awful evening', language: 'de' });
  await world.hear({ kind: 'mention', text: 'An evening' });
  await world.triageAll();
  const { total, views } = await world.database.transaction((store) => store.listAlerts({ show: 'all' }, 10));
  expect(total).toBe(1);
  expect(views[0]?.alert).toMatchObject({ severity: 'low', rule: 'reads as negative' });
  expect(views.flatMap((view) => cardNotes(view).map(aloud))).toEqual([
    'Why: Reads as negative, p .93. Read by the built-in model; low confidence: it learnt from English, and this looks German.',
  ]);
});

it('what was read stays with the voice: how negative it is where no score says so, and its language where its sender did not', async () => {
  await world.hear({ kind: 'mention', text: 'An awful evening' });
  await world.hear({ kind: 'mention', text: 'An evening', language: 'de' });
  await world.hear({ kind: 'survey', text: 'Tarde', score: csat(1), customer: { id: 'ana' } });
  await world.hear({ kind: 'survey', text: 'Bien', score: csat(5), customer: { id: 'eva' } });
  await world.triageAll();
  const { rows } = await world.database.pool.query(
    'select text, negative, language, read_language from signals order by id',
  );
  expect(rows).toEqual([
    { text: 'An awful evening', negative: 0.93, language: null, read_language: 'es' },
    { text: 'An evening', negative: 0.2, language: 'de', read_language: null },
    { text: 'Tarde', negative: null, language: null, read_language: 'es' },
    { text: 'Bien', negative: null, language: null, read_language: null },
  ]);
  const { views } = await world.database.transaction((store) => store.listAlerts({ show: 'all' }, 10));
  const languages = views.map(
    (view) => cardFacts(view).find(({ label }) => label === 'Language') ?? { value: [] },
  );
  expect(languages.map(({ value }) => aloud(value))).toEqual(['Spanish', 'Spanish']);
});
