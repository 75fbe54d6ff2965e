/** One-time addresses that open the desk: who can read the terminal may come in. */
import { createHash, timingSafeEqual } from 'node:crypto';

/** Unused addresses that stay good; an older one is forgotten. */
const UNUSED_MAX = 3;

export interface Openings {
  /** A new token for `/open/<token>`. */
  issue(): string;
  /** True once per token. */
  redeem(token: string): boolean;
}

export function createOpenings(randomToken: () => string): Openings {
  let unused: readonly Buffer[] = [];
  return {
    issue() {
      const token = randomToken();
      unused = [...unused, digest(token)].slice(-UNUSED_MAX);
      return token;
    },
    redeem(token) {
      const given = digest(token);
      const found = unused.find((each) => timingSafeEqual(each, given));
      unused = unused.filter((each) => each !== found);
      return found !== undefined;
    },
  };
}

function digest(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
