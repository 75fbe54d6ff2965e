// Runs PGlite off the main thread, because it answers synchronously. Plain JavaScript so that the worker starts from src and dist alike.
import { Blob } from 'node:buffer';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { SyncingNodeFS } from './syncing-node-fs.mjs';

/** PGlite's own signal for an SQL error (POSTGRES_MAIN_LONGJMP in its pglite.ts); everything else thrown is damage. */
const SQL_ERROR_STATUS = 100;
/** Long answers go out in pieces of this size instead of being held whole on both sides. */
const PART_BYTES = 256 * 1024;
const SYNC_MESSAGE = new Uint8Array([0x53, 0, 0, 0, 4]);

/**
 * PGlite's defaults assume 128 MB of shared buffers; the operating system caches the files anyway, and 32 MB saves 130 MB of memory.
 * Only FATAL and PANIC are logged: an ERROR's detail and statement may quote customers.
 */
const SETTINGS = ['shared_buffers=32MB', 'log_min_messages=fatal', 'log_min_error_statement=panic'];

/** @type {string | undefined} */
let lastServerLine;

const db = await open(workerData).catch((error) => {
  post({ kind: 'not-ready', message: lastServerLine ?? String(error?.message ?? error) });
  process.exit(1);
});
stopOnDamage(db);
parentPort.on('message', answer);
post({ kind: 'ready' });

/** @param {import('./thread-messages.js').WorkerSettings} settings */
function open({ dataDirectory, template, syncToDisk }) {
  const sync = syncToDisk && dataDirectory !== undefined;
  const startParams = PGlite.defaultStartParams.filter((parameter) => !(sync && parameter === '-F'));
  const settings = sync ? [...SETTINGS, 'fsync=on', 'wal_sync_method=fsync'] : SETTINGS;
  return PGlite.create({
    ...(dataDirectory === undefined ? {} : { dataDir: dataDirectory }),
    ...(sync ? { fs: new SyncingNodeFS(dataDirectory) } : {}),
    ...(template === undefined ? {} : { loadDataDir: new Blob([template]) }),
    startParams: [...startParams, ...settings.flatMap((setting) => ['-c', setting])],
    onStderr: noteServerLine,
  });
}

/** @param {string} line */
function noteServerLine(line) {
  if (!/\b(FATAL|PANIC):/u.test(line)) return true;
  lastServerLine = line.replace(/^.*?\b(FATAL|PANIC):\s*/u, '$1: ');
  post({ kind: 'server-log', line: lastServerLine });
  return true;
}

/**
 * PGlite swallows whatever its main loop throws and goes on with the next message, so that after a stack overflow or a trap the Sync
 * behind it commits half a statement. Here the thread stops instead, before another message is looked at; the files recover like
 * after a crash.
 */
function stopOnDamage({ Module: postgres }) {
  const mainLoop = postgres._PostgresMainLoopOnce;
  postgres._PostgresMainLoopOnce = () => {
    try {
      return mainLoop();
    } catch (error) {
      if (error?.status === SQL_ERROR_STATUS) throw error;
      return stop(error);
    }
  };
}

/** @returns {never} */
function stop(error) {
  post({ kind: 'broken', message: lastServerLine ?? `${error?.name}: ${error?.message}` });
  process.exit(1);
}

/** @param {import('./thread-messages.js').ThreadRequest} request */
async function answer(request) {
  try {
    post({ kind: 'done', result: await carryOut(request) });
    if (request.kind === 'close') process.exit(0);
  } catch (error) {
    if (request.kind === 'batches') stop(error);
    post({ kind: 'failed', message: String(error?.message ?? error) });
    if (request.kind === 'close') process.exit(1);
  }
}

/** @param {import('./thread-messages.js').ThreadRequest} request */
async function carryOut(request) {
  switch (request.kind) {
    case 'batches':
      return runBatches(request.bytes);
    case 'sql':
      return { rows: (await db.exec(request.text)).at(-1)?.rows ?? [] };
    case 'reset':
      return reset();
    case 'dump':
      await db.exec('checkpoint');
      return { bytes: [new Uint8Array(await (await db.dumpDataDir('none')).arrayBuffer())] };
    case 'close':
      await db.exec('checkpoint');
      await db.close();
      return {};
  }
}

/** @param {readonly Uint8Array[]} batches */
async function runBatches(batches) {
  let held = [];
  let heldBytes = 0;
  const onRawData = (data) => {
    held.push(data.slice());
    heldBytes += data.length;
    if (heldBytes < PART_BYTES) return;
    post({ kind: 'part', bytes: held }, held);
    held = [];
    heldBytes = 0;
  };
  for (const bytes of batches) await db.execProtocolRawStream(bytes, { syncToFs: false, onRawData });
  return { bytes: held, inTransaction: db.isInTransaction() };
}

/** Sync first: after an error the backend skips everything up to it. */
async function reset() {
  await db.execProtocolRawStream(SYNC_MESSAGE, { syncToFs: false, onRawData() {} });
  if (db.isInTransaction()) await db.exec('rollback');
  await db.exec('discard all');
  return {};
}

function post(message, moved = message.result?.bytes ?? []) {
  parentPort.postMessage(
    message,
    moved.map(({ buffer }) => buffer),
  );
}
