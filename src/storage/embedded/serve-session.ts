/** Carries one connection's batches to PGlite and the answers back, until the client leaves or a limit ends the session. */
import type { Log } from '../../use-cases/log.js';
import type { Batch, ClientConnection } from './client-connection.js';
import { type DatabaseThread, type EndOfThread, ThreadEnded } from './database-thread.js';
import type { Engine, Loan } from './engine.js';
import { SessionEnded } from './session-ended.js';

export interface SessionLimits {
  readonly statementMs: number;
  readonly transactionIdleMs: number;
}

interface SessionOptions {
  readonly connection: ClientConnection;
  readonly engine: Engine;
  readonly limits: SessionLimits;
  readonly log: Log;
}

const SQLSTATE = { 'over-limit': '57014', broken: '57P02', closed: '57P01' } as const satisfies Record<
  EndOfThread,
  string
>;
const CANNOT_CONNECT_NOW = '57P03';
const IDLE_IN_TRANSACTION_TIMEOUT = '25P03';

/** What a session holds; the thread stays lent to it while a transaction is open. */
interface Session {
  thread: DatabaseThread | undefined;
  loan: Loan | undefined;
}

/** Resolves when nothing of the session is left in PGlite. Never throws. */
export async function serveSession(options: SessionOptions): Promise<void> {
  const session: Session = { thread: undefined, loan: undefined };
  try {
    await serveBatches(session, options);
  } catch (error) {
    options.connection.fail(failureOf(error));
  }
  await leaveNothingBehind(session, options);
}

async function serveBatches(
  session: Session,
  { connection, engine, limits, log }: SessionOptions,
): Promise<void> {
  for (;;) {
    const next = await connection.next(session.loan === undefined ? undefined : limits.transactionIdleMs);
    switch (next.kind) {
      case 'closed':
        return;
      case 'interrupted':
        connection.refuse(next.failure);
        return;
      case 'late':
        log.warn(
          { limitMs: limits.transactionIdleMs },
          'a transaction sat idle too long and was rolled back',
        );
        connection.refuse(idleTooLong(limits.transactionIdleMs));
        return;
      case 'batches':
        session.loan ??= await engine.borrow();
        session.thread ??= session.loan.thread;
        await serve(session, session.loan, next.batches, { connection, limits });
    }
  }
}

async function serve(
  session: Session,
  loan: Loan,
  batches: readonly Batch[],
  { connection, limits }: Pick<SessionOptions, 'connection' | 'limits'>,
): Promise<void> {
  if (loan.thread !== session.thread) throw new ThreadEnded('broken', 'the embedded database was restarted');
  const answer = await loan.thread.ask(
    { kind: 'batches', bytes: batches.map(({ bytes }) => new Uint8Array(bytes)) },
    { limitMs: limits.statementMs, onPart: (bytes) => connection.deliver(bytes) },
  );
  connection.deliver(answer.bytes ?? []);
  if (batches.at(-1)?.settled && answer.inTransaction === false) giveBack(session);
  await connection.drained();
}

async function leaveNothingBehind(session: Session, { engine, limits, log }: SessionOptions): Promise<void> {
  try {
    if (session.thread === undefined || session.thread.hasEnded()) return;
    session.loan ??= await engine.borrow();
    if (session.loan.thread !== session.thread) return;
    await session.thread.ask({ kind: 'reset' }, { limitMs: limits.statementMs });
  } catch (error) {
    log.warn({ reason: String(error) }, 'the embedded database could not tidy up after a connection');
  } finally {
    giveBack(session);
  }
}

function giveBack(session: Session): void {
  session.loan?.giveBack();
  session.loan = undefined;
}

function failureOf(error: unknown): SessionEnded {
  const message = error instanceof Error ? error.message : String(error);
  return new SessionEnded(
    error instanceof ThreadEnded ? SQLSTATE[error.reason] : CANNOT_CONNECT_NOW,
    message,
    { cause: error },
  );
}

function idleTooLong(limitMs: number): SessionEnded {
  const message = `the embedded database rolled back a transaction that sat idle for ${limitMs / 1000} s`;
  return new SessionEnded(IDLE_IN_TRANSACTION_TIMEOUT, message);
}
