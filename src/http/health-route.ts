import type { HttpAnswer } from './http-answer.js';
import { jsonAnswer } from './http-answer.js';

export interface Health {
  /** Whether the database accepts; may throw or take its time. */
  readonly database: () => Promise<boolean>;
  readonly platforms: () => readonly PlatformHealth[];
}

export interface PlatformHealth {
  readonly name: string;
  /** `ready`, `parked` … as the platform says. */
  readonly state: string;
  readonly reason?: string;
}

/** Orchestrators wait a second or more; a database that takes longer is away. */
const DATABASE_LIMIT_MS = 1_000;

/** The process lives. */
export function healthz(): HttpAnswer {
  return jsonAnswer(200, { status: 'alive' });
}

/**
 * 200 while the database accepts, because then no webhook is lost; a platform in trouble is reported, not fatal. Questions that
 * come while one is open share its answer.
 */
export function createReadyz(health: Health): () => Promise<HttpAnswer> {
  let open: Promise<boolean> | undefined;
  return async () => {
    open ??= within(DATABASE_LIMIT_MS, health.database).finally(() => {
      open = undefined;
    });
    const accepts = await open;
    const database = accepts ? 'accepting' : 'away';
    return jsonAnswer(accepts ? 200 : 503, { database, platforms: health.platforms() });
  };
}

async function within(limitMs: number, ask: () => Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), limitMs);
  });
  try {
    return await Promise.race([ask(), limit]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}
