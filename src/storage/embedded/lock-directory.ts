/**
 * Two programs on one data directory lose each other's writes without noticing. The lock is a listening Unix socket in the directory:
 * the kernel drops it with the process, however that ends, and it can be asked who holds it.
 */
import { randomBytes } from 'node:crypto';
import { readdir, rename, rm } from 'node:fs/promises';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { askHolder } from './ask-lock-holder.js';
import { reachDirectory } from './reach-directory.js';

type LockOutcome =
  | { readonly kind: 'locked'; readonly release: () => Promise<void> }
  /** `pid` is undefined where the holder did not answer. */
  | { readonly kind: 'held'; readonly pid: number | undefined };

const LOCK_NAME = /^lock-[0-9a-f]+\.sock$/u;
const TRIES = 40;
/** The more there are at it, the longer they must step aside for one to get through. */
const PAUSE_STEP_MS = 20;

interface Claim {
  readonly name: string;
  hold(): void;
  withdraw(): Promise<void>;
}

/**
 * Every starter shows a socket of its own first and looks for others after: of two at once, at least one sees the other. Whoever sees
 * a living one steps back, and tries again where that one was only looking as well. A dead socket never comes alive again, so anyone
 * may remove it.
 */
export async function lockDirectory(directory: string): Promise<LockOutcome> {
  const reach = await reachDirectory(directory);
  try {
    for (let attempt = 1; ; attempt += 1) {
      const claim = await showClaim(directory, reach.path);
      const others = await livingOthers(directory, reach.path, claim.name);
      if (others.length === 0) {
        claim.hold();
        return { kind: 'locked', release: () => claim.withdraw() };
      }
      await claim.withdraw();
      const holder = others.find(({ holds }) => holds) ?? (attempt === TRIES ? others[0] : undefined);
      if (holder !== undefined) return { kind: 'held', pid: holder.pid };
      await wait(Math.random() * attempt * PAUSE_STEP_MS);
    }
  } finally {
    await reach.done();
  }
}

/** The socket listens before it gets its name, so that nobody takes it for a dead one. */
async function showClaim(directory: string, reach: string): Promise<Claim> {
  const id = randomBytes(8).toString('hex');
  const name = `lock-${id}.sock`;
  let holds = false;
  const server = net.createServer((socket) => {
    socket.on('error', () => undefined);
    socket.end(`${holds ? 'holds' : 'asks'} ${process.pid}`);
  });
  await listen(server, path.join(reach, `lock-${id}.new`));
  await rename(path.join(directory, `lock-${id}.new`), path.join(directory, name));
  server.unref();
  return {
    name,
    hold: () => (holds = true),
    withdraw: async () => {
      await rm(path.join(directory, name), { force: true });
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function listen(server: net.Server, address: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(address, resolve);
  });
  server.on('error', () => undefined);
}

async function livingOthers(directory: string, reach: string, own: string) {
  const names = (await readdir(directory)).filter((name) => LOCK_NAME.test(name) && name !== own);
  const answers = await Promise.all(
    names.map(async (name) => {
      const answer = await askHolder(path.join(reach, name));
      if (answer === undefined) await rm(path.join(directory, name), { force: true });
      return answer;
    }),
  );
  return answers.filter((answer) => answer !== undefined);
}
