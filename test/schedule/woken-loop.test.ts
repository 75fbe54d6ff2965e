import { expect, it } from 'vitest';
import { startLoop } from '../../src/schedule/woken-loop.js';
import { quietLog } from '../quiet-log.js';

const LONG_MS = 60_000;

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

it('a wake-up ends the sleep at once', async () => {
  let rounds = 0;
  const loop = startLoop({
    name: 'test',
    log: quietLog,
    round: () => Promise.resolve((rounds += 1) && LONG_MS),
  });
  await turn();
  expect(rounds).toBe(1);
  loop.wake();
  await turn();
  expect(rounds).toBe(2);
  await loop.stop();
});

it('a wake-up during a round is not lost', async () => {
  let rounds = 0;
  let finish: (() => void) | undefined;
  const loop = startLoop({
    name: 'test',
    log: quietLog,
    round: () => {
      rounds += 1;
      return new Promise((resolve) => (finish = () => resolve(LONG_MS)));
    },
  });
  await turn();
  loop.wake();
  finish?.();
  await turn();
  expect(rounds).toBe(2);
  finish?.();
  await loop.stop();
});

it('a round that fails is tried again, and the loop lives on', async () => {
  let rounds = 0;
  const loop = startLoop({
    name: 'test',
    log: quietLog,
    round: () => {
      rounds += 1;
      return rounds === 1 ? Promise.reject(new Error('away')) : Promise.resolve(LONG_MS);
    },
  });
  await turn();
  loop.wake();
  await turn();
  expect(rounds).toBe(2);
  await loop.stop();
});

it('stop waits for the round under way', async () => {
  let ended = false;
  const loop = startLoop({
    name: 'test',
    log: quietLog,
    round: async () => {
      await turn();
      ended = true;
      return LONG_MS;
    },
  });
  await loop.stop();
  expect(ended).toBe(true);
});
