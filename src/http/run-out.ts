/**
 * A connection that is closed over bytes which nobody read is reset, and its sender may lose the answer with it: so what is left of
 * a body that was not wanted is let run out first, within bounds. https://www.rfc-editor.org/rfc/rfc9112#section-9.6
 */
import type { IncomingMessage } from 'node:http';

/** How much more of a body is let run out, and for how long. */
export interface Rest {
  readonly bytes: number;
  readonly ms: number;
}

export const USUAL_REST: Rest = { bytes: 8 * 1024 * 1024, ms: 5_000 };

/** Reads and drops what is left of the body. False where that was more than `most`; a sender who goes away is done. */
export function runOut(incoming: IncomingMessage, most: Rest): Promise<boolean> {
  return new Promise((resolve) => {
    let bytes = 0;
    const timer = setTimeout(() => done(false), most.ms);
    const done = (all: boolean): void => {
      clearTimeout(timer);
      incoming.off('data', count);
      resolve(all);
    };
    const count = (chunk: Buffer): void => {
      bytes += chunk.length;
      if (bytes > most.bytes) done(false);
    };
    incoming.on('data', count);
    incoming.once('end', () => done(true));
    incoming.once('close', () => done(true));
    incoming.resume();
  });
}
