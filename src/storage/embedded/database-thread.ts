/** One life of the worker that runs PGlite: started, asked one thing at a time, ended. */
import { Worker } from 'node:worker_threads';
import type { Log } from '../../use-cases/log.js';
import { CannotOpenEmbedded } from './cannot-open-embedded.js';
import type { ThreadMessage, ThreadRequest, ThreadResult, WorkerSettings } from './thread-messages.js';

/**
 * Deeply nested JSON or SQL overflows the 4 MB that a worker gets, before PostgreSQL's own limit refuses it; a megabyte of `[` needs
 * some 150 MB. Address space only: memory is taken as it is touched.
 */
const STACK_MB = 256;

export type EndOfThread = 'over-limit' | 'broken' | 'closed';

/** The thread ended before it answered; the session it served is gone, what was committed is not. */
export class ThreadEnded extends Error {
  override readonly name = 'ThreadEnded';
  readonly reason: EndOfThread;

  constructor(reason: EndOfThread, message: string) {
    super(message);
    this.reason = reason;
  }
}

export interface AskOptions {
  /** The thread is ended when it takes longer. */
  readonly limitMs: number;
  /** Receives a long answer piece by piece; the last piece is in the result. */
  readonly onPart?: (bytes: readonly Uint8Array[]) => void;
}

export interface DatabaseThread {
  /** Throws ThreadEnded, or an Error with PostgreSQL's message for anything but batches. */
  ask(request: ThreadRequest, options: AskOptions): Promise<ThreadResult>;
  hasEnded(): boolean;
  /** Resolves when the thread is gone and lets go of its files. */
  readonly ended: Promise<void>;
}

export interface ThreadOptions extends WorkerSettings {
  readonly log: Log;
  readonly stackMb?: number;
}

interface Job {
  readonly resolve: (result: ThreadResult) => void;
  readonly reject: (error: Error) => void;
  readonly onPart: AskOptions['onPart'];
  readonly timer: NodeJS.Timeout;
}

/** Resolves when PGlite accepts statements; rejects with CannotOpenEmbedded and PostgreSQL's reason. */
export async function startDatabaseThread({
  log,
  stackMb = STACK_MB,
  ...settings
}: ThreadOptions): Promise<DatabaseThread> {
  const worker = new Worker(new URL('./pglite-worker.mjs', import.meta.url), {
    workerData: settings,
    resourceLimits: { stackSizeMb: stackMb },
    env: {},
    execArgv: [],
  });
  let job: Job | undefined;
  let end: ThreadEnded | undefined;
  let gone = false;
  const { promise: started, resolve: isReady, reject: isNotReady } = withResolvers();
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));

  worker.on('message', receive);
  worker.on('error', (error) => noteBroken(error.message));
  worker.once('exit', () => {
    gone = true;
    const reason = end ?? new ThreadEnded('broken', 'the embedded database stopped without saying why');
    finish()?.reject(reason);
    isNotReady(new CannotOpenEmbedded(`the embedded database does not start: ${reason.message}`));
  });

  await started;
  return { ask, hasEnded: () => gone || end !== undefined, ended };

  function ask(request: ThreadRequest, { limitMs, onPart }: AskOptions): Promise<ThreadResult> {
    if (gone || end !== undefined) {
      return Promise.reject(end ?? new ThreadEnded('broken', 'the embedded database has stopped'));
    }
    if (request.kind === 'close') end = new ThreadEnded('closed', 'the embedded database is closed');
    return new Promise((resolve, reject) => {
      // One turn of the loop later: where it was the main thread that was busy, the answer is already waiting.
      const timer = setTimeout(() => setImmediate(() => endIfStillAt(asked, limitMs)), limitMs);
      const asked: Job = { resolve, reject, onPart, timer };
      job = asked;
      worker.postMessage(
        request,
        request.kind === 'batches' ? request.bytes.map(({ buffer }) => buffer) : [],
      );
    });
  }

  function endIfStillAt(asked: Job, limitMs: number): void {
    if (job !== asked) return;
    end = new ThreadEnded('over-limit', `the embedded database ended a statement after ${limitMs / 1000} s`);
    log.warn(
      { limitMs },
      'a database statement ran over its limit and was ended; the embedded database starts again',
    );
    void worker.terminate();
  }

  function receive(message: ThreadMessage): void {
    switch (message.kind) {
      case 'ready':
        isReady();
        return;
      case 'not-ready':
        end ??= new ThreadEnded('broken', message.message);
        return;
      case 'part':
        job?.onPart?.(message.bytes);
        return;
      case 'done':
        finish()?.resolve(message.result);
        return;
      case 'failed':
        finish()?.reject(new Error(message.message));
        return;
      case 'broken':
        noteBroken(message.message);
        return;
      case 'server-log':
        log.error({ line: message.line }, 'the embedded PostgreSQL reports a serious fault');
    }
  }

  function noteBroken(why: string): void {
    if (end?.reason !== 'over-limit')
      end = new ThreadEnded('broken', `the embedded database broke off: ${why}`);
    log.error(
      { reason: why },
      'the embedded database broke off; it starts again, what was committed is kept',
    );
  }

  function finish(): Job | undefined {
    const finished = job;
    job = undefined;
    clearTimeout(finished?.timer);
    return finished;
  }
}

function withResolvers(): { promise: Promise<void>; resolve: () => void; reject: (error: Error) => void } {
  let resolve: () => void = () => undefined;
  let reject: (error: Error) => void = () => undefined;
  const promise = new Promise<void>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  return { promise, resolve, reject };
}
