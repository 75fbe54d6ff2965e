/** What the main thread and `pglite-worker.mjs` say to one another. One request at a time; its answer ends with `done` or `failed`. */

export interface WorkerSettings {
  /** Where PGlite keeps its files; undefined: in memory. */
  readonly dataDirectory: string | undefined;
  /** A tar of a data directory to begin with where there is none yet. */
  readonly template: Uint8Array | undefined;
  readonly syncToDisk: boolean;
}

export type ThreadRequest =
  | { readonly kind: 'batches'; readonly bytes: readonly Uint8Array<ArrayBuffer>[] }
  | { readonly kind: 'sql'; readonly text: string }
  /** Makes the next connection find a session as new: ROLLBACK and DISCARD ALL. */
  | { readonly kind: 'reset' }
  | { readonly kind: 'dump' }
  | { readonly kind: 'close' };

export type ThreadAnswer =
  /** A piece of a long answer to batches; the rest follows. */
  | { readonly kind: 'part'; readonly bytes: readonly Uint8Array[] }
  | { readonly kind: 'done'; readonly result: ThreadResult }
  | { readonly kind: 'failed'; readonly message: string };

export interface ThreadResult {
  readonly bytes?: readonly Uint8Array[];
  readonly inTransaction?: boolean;
  readonly rows?: readonly Record<string, unknown>[];
}

export type ThreadMessage =
  | ThreadAnswer
  | { readonly kind: 'ready' }
  | { readonly kind: 'not-ready'; readonly message: string }
  /** PGlite met something it cannot recover from; the worker has stopped itself. */
  | { readonly kind: 'broken'; readonly message: string }
  | { readonly kind: 'server-log'; readonly line: string };
