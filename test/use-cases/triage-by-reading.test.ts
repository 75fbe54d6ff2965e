import { afterEach, beforeEach, expect, it } from 'vitest';
import { cardNotes } from '../../src/cards/card-notes.js';
import { aloud } from '../cards/read-aloud.js';
import { createWorld, type World } from '../world.js';

let world: World;
beforeEach(async () => {
  world = await createWorld(undefined, (text, language) => ({
    reader: 'the built-in model',
    negative: text.includes('awful') ? 0.93 : 0.2,
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
