import { expect, it } from 'vitest';
import {
  ACTIONS_WITH_FORM,
  POST_MORTEM_ACTIONS_WITH_FORM,
  TELLING_ACTIONS,
} from '../../src/cards/actions.js';
import { everyForm, isTyped } from '../cards/every-form.js';
import { INJECTIONS, nameOf } from '../cards/injections.js';
import { createChance, readSeed } from '../chaos/seeded.js';
import { comesAlive, type Said, sayEverywhere, USUAL, wouldAddTags } from './staff-words.js';

/** The chaos run tries them all. */
const TRIED = 3;

it('whatever people type into a form or a command, it is only words wherever it is read', async () => {
  const usual: Said[] = [];
  for (const words of USUAL) usual.push(await sayEverywhere(words));
  expectEverywhere(usual[0]!);
  expect(INJECTIONS.filter((words) => wouldAddTags(words, usual)).length).toBeGreaterThan(50);
  const seed = readSeed();
  console.info(`seed ${seed}: EARSHOT_SEED=${seed} npx vitest run test/contracts/staff-words`);
  const { pick } = createChance(seed);
  for (let tried = 0; tried < TRIED; tried += 1) {
    const words = pick(INJECTIONS);
    expect(comesAlive(await sayEverywhere(words), usual), nameOf(words)).toEqual({});
  }
}, 120_000);

/** Every field and every form there is was tried, and every form can be taken. */
function expectEverywhere({ fields, taken, readings }: Said): void {
  const actions = [...ACTIONS_WITH_FORM, ...POST_MORTEM_ACTIONS_WITH_FORM, ...TELLING_ACTIONS];
  expect([...taken].toSorted()).toEqual(actions.toSorted());
  const typed = everyForm('refund').flatMap(({ action, fields: asked }) =>
    asked.filter(isTyped).map(({ name }) => `${action}.${name}`),
  );
  expect([...fields].toSorted()).toEqual([...new Set(typed)].toSorted());
  expect(readings.size).toBeGreaterThan(100);
}
