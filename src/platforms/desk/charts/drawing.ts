/** The thread that draws: begun with the first picture, ended when none was asked for a while. */
import { Worker } from 'node:worker_threads';
import type { Picture } from './chart-picture.js';

export interface Drawing {
  /** The picture as SVG. Rejects where it cannot be drawn. */
  readonly draw: (picture: Picture) => Promise<string>;
  readonly close: () => void;
}

interface Waiting {
  readonly resolve: (svg: string) => void;
  readonly reject: (error: Error) => void;
}

type Drawn = { readonly id: number } & ({ readonly svg: string } | { readonly fault: string });

/** A page asks for its pictures within a second. */
const IDLE_MS = 60_000;
/** Loading takes under a second, each picture some 10 ms; what lasts longer will not come. */
const LIMIT_MS = 15_000;
const MOST_MEMORY_MB = 128;

export function createDrawing({ idleMs = IDLE_MS }: { readonly idleMs?: number } = {}): Drawing {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let last = 0;
  let ending: NodeJS.Timeout | undefined;

  const end = (why: string): void => {
    void worker?.terminate();
    worker = undefined;
    const left = [...waiting.values()];
    waiting.clear();
    for (const { reject } of left) reject(new Error(why));
    clearTimeout(ending);
  };

  const begin = (): Worker => {
    const begun = new Worker(new URL('./chart-worker.mjs', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
    });
    begun.unref();
    begun.on('message', (drawn: Drawn) => {
      const { resolve, reject } = waiting.get(drawn.id) ?? {};
      waiting.delete(drawn.id);
      if ('svg' in drawn) resolve?.(drawn.svg);
      else reject?.(new Error(`a chart was not drawn: ${drawn.fault}`));
    });
    begun.on('error', (error) => {
      if (begun === worker) end(`the thread that draws failed: ${error.message}`);
    });
    return begun;
  };

  return {
    draw: (picture) =>
      new Promise((resolve, reject) => {
        const id = (last += 1);
        const limit = setTimeout(() => end('a chart was not drawn in time'), LIMIT_MS).unref();
        const settle = (work: () => void): void => {
          clearTimeout(limit);
          clearTimeout(ending);
          if (waiting.size === 0) ending = setTimeout(() => end('nothing was to be drawn'), idleMs).unref();
          work();
        };
        clearTimeout(ending);
        waiting.set(id, {
          resolve: (svg) => settle(() => resolve(svg)),
          reject: (error) => settle(() => reject(error)),
        });
        worker ??= begin();
        worker.postMessage({ id, ...picture });
      }),
    close: () => end('the desk closes'),
  };
}
