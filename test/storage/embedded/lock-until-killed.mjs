// Takes the lock of a data directory, says so, and keeps it until it is killed. Arguments: compiled folder, data directory, moment to begin.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { setTimeout as wait } from 'node:timers/promises';

const [compiled, directory, beginAt] = process.argv.slice(2);
const { lockDirectory } = await import(pathToFileURL(path.join(compiled, 'lock-directory.js')).href);
await wait(Math.max(0, Number(beginAt) - Date.now()));
console.log(JSON.stringify(await lockDirectory(directory)));
await wait(60_000);
