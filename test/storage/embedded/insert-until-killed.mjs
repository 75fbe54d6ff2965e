// Inserts pairs of rows, each pair in one transaction, and prints every pair that was acknowledged. Arguments: compiled folder, data
// directory, prefix of the ids.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';

const [compiled, directory, prefix] = process.argv.slice(2);
const { openEmbedded } = await import(pathToFileURL(path.join(compiled, 'open-embedded.js')).href);
const log = { debug() {}, info() {}, warn: complain, error: complain };

console.log('starting');
const db = await openEmbedded({ directory, log, syncToDisk: false });
const pool = new pg.Pool(db.poolConfig);
await pool.query('create table if not exists pairs (pair text, half int, filler text)');
console.log('open');
void checkpointOften();
await Promise.all(Array.from({ length: 4 }, (_, writer) => insertPairs(`${prefix}-${writer}`)));

async function checkpointOften() {
  for (;;) {
    await wait(50);
    await db.checkpoint();
  }
}

async function insertPairs(writer) {
  for (let count = 0; ; count += 1) {
    const pair = `${writer}-${count}`;
    const client = await pool.connect();
    await client.query('begin');
    for (const half of [1, 2])
      await client.query('insert into pairs values ($1, $2, $3)', [pair, half, 'x'.repeat(500)]);
    await client.query('commit');
    client.release();
    process.stdout.write(`acknowledged ${pair}\n`);
  }
}

function complain(fields, message) {
  console.error(message, fields);
}
