/** The cookie that keeps a browser signed in: random, dated and signed, so that it survives a restart with the same key. */
import { createHmac, timingSafeEqual } from 'node:crypto';

const SESSION_DAYS = 30;

export interface Sessions {
  /** The value of a new session's cookie. */
  start(now: Date): string;
  /** The session's id; undefined where the value is not ours or has run out. */
  read(value: string | undefined, now: Date): string | undefined;
}

export function createSessions({
  key,
  randomToken,
}: {
  readonly key: Uint8Array;
  readonly randomToken: () => string;
}): Sessions {
  const sign = (text: string) => createHmac('sha256', key).update(text).digest();
  return {
    start(now) {
      const until = Math.floor(now.getTime() / 1000) + SESSION_DAYS * 86_400;
      const signed = `${randomToken()}.${until}`;
      return `${signed}.${sign(signed).toString('base64url')}`;
    },
    read(value, now) {
      const [, signed, id, until, signature] =
        /^(([\w-]{16,64})\.(\d{1,12}))\.([\w-]{43})$/u.exec(value ?? '') ?? [];
      if (signed === undefined || signature === undefined) return undefined;
      if (!timingSafeEqual(Buffer.from(signature, 'base64url'), sign(signed))) return undefined;
      return Number(until) * 1000 > now.getTime() ? id : undefined;
    },
  };
}

/** Cookies are shared by all ports of a host: each desk has its own name. */
export function sessionCookie(host: string): string {
  return `earshot_${/:(\d+)$/u.exec(host)?.[1] ?? '80'}`;
}

export const SESSION_SECONDS = SESSION_DAYS * 86_400;
