import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import type { DatabaseThread } from '../../../src/storage/embedded/database-thread.js';
import { createEngine } from '../../../src/storage/embedded/engine.js';

const THREAD: DatabaseThread = {
  ask: () => Promise.resolve({}),
  hasEnded: () => false,
  ended: Promise.resolve(),
};

describe('the engine lends its one thread', () => {
  it('to one borrower at a time, in the order they came', async () => {
    const engine = createEngine(() => Promise.resolve(THREAD));
    const order: string[] = [];
    const first = await engine.borrow();
    const others = ['second', 'third'].map(async (name) => {
      const loan = await engine.borrow();
      order.push(name);
      loan.giveBack();
    });
    await wait(10);
    expect(order).toEqual([]);
    first.giveBack();
    await Promise.all(others);
    expect(order).toEqual(['second', 'third']);
  });

  it('after a start that failed it rests before it tries again, and answers with the reason meanwhile', async () => {
    vi.useFakeTimers();
    const start = vi
      .fn<() => Promise<DatabaseThread>>()
      .mockRejectedValueOnce(new Error('disk full'))
      .mockResolvedValue(THREAD);
    const engine = createEngine(start);
    await expect(engine.borrow()).rejects.toThrow('disk full');
    await expect(engine.borrow()).rejects.toThrow('disk full');
    expect(start).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(1_000);
    expect((await engine.borrow()).thread).toBe(THREAD);
    vi.useRealTimers();
  });

  it('once shut down it starts nothing and refuses', async () => {
    const start = vi.fn(() => Promise.resolve(THREAD));
    const engine = createEngine(start);
    await engine.shutDown(() => Promise.resolve());
    await expect(engine.borrow()).rejects.toThrow('the embedded database is closed');
    expect(start).not.toHaveBeenCalled();
  });
});
