import type { Inline } from './text.js';

/** "4 min ago", "in 40 min", "yesterday", in the reader's own time. */
export function ago(at: Date): Inline {
  return { kind: 'time', at, as: 'relative' };
}
