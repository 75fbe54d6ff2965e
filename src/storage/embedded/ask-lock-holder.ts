import net from 'node:net';

/** A stopped or busy process does not answer, but its socket still takes the call: it is alive. */
const ANSWER_LIMIT_MS = 2_000;
const DEAD = new Set(['ECONNREFUSED', 'ENOENT']);

interface LockHolder {
  /** False for a starter that is still looking whether it may have the lock, and for one that broke off: ask again. */
  readonly holds: boolean;
  readonly pid: number | undefined;
}

const SILENT: LockHolder = { holds: true, pid: undefined };
const UNCLEAR: LockHolder = { holds: false, pid: undefined };

/** Who listens on a lock's socket; undefined: nobody any more. */
export function askHolder(address: string): Promise<LockHolder | undefined> {
  return new Promise((resolve) => {
    let said = '';
    const socket = net.connect(address);
    const finish = (holder: LockHolder | undefined): void => {
      socket.destroy();
      resolve(holder);
    };
    socket.setEncoding('utf8').setTimeout(ANSWER_LIMIT_MS, () => finish(SILENT));
    socket.on('data', (text: string) => (said += text));
    socket.on('end', () => finish(understand(said)));
    socket.on('error', (error: NodeJS.ErrnoException) =>
      finish(DEAD.has(error.code ?? '') ? undefined : UNCLEAR),
    );
  });
}

function understand(said: string): LockHolder {
  const [, word, pid] = /^(holds|asks) (\d+)$/u.exec(said) ?? [];
  return word === undefined ? UNCLEAR : { holds: word === 'holds', pid: Number(pid) };
}
