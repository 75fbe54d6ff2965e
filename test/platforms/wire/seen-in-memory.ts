import type { SeenRequests } from '../../../src/use-cases/seen-requests.js';

export function createSeenInMemory(): SeenRequests {
  const states = new Map<string, 'done' | 'in_progress'>();
  return {
    begin: (key) => {
      const state = states.get(key);
      if (state === undefined) states.set(key, 'in_progress');
      return Promise.resolve(state ?? 'new');
    },
    done: (key) => Promise.resolve(void states.set(key, 'done')),
    giveUp: (key) => Promise.resolve(void states.delete(key)),
  };
}
