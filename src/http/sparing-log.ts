/** A stranger who knocks a thousand times a second must not fill the log: one line per key and quarter of a minute, with the count. */
import type { Log } from '../use-cases/log.js';
import type { Clock } from '../use-cases/transaction.js';

const QUIET_MS = 15_000;

type WarnSparingly = (key: string, fields: Record<string, unknown>, message: string) => void;

/** `key` must come from a bounded set. */
export function createSparingLog(log: Log, clock: Clock): WarnSparingly {
  const lines = new Map<string, { saidAtMs: number; unsaid: number }>();
  return (key, fields, message) => {
    const nowMs = clock().getTime();
    const line = lines.get(key);
    if (line && nowMs - line.saidAtMs < QUIET_MS) {
      line.unsaid += 1;
      return;
    }
    lines.set(key, { saidAtMs: nowMs, unsaid: 0 });
    log.warn(line?.unsaid ? { ...fields, alsoUnsaid: line.unsaid } : fields, message);
  };
}
