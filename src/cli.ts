#!/usr/bin/env node
/** earshot start | demo | digest | manifest slack | manifest teams */
import { writeFileSync } from 'node:fs';
import { processEnvironment } from './config/environment.js';
import { demoCommand } from './commands/demo-command.js';
import { digestCommand } from './commands/digest-command.js';
import { howToSend, run, settingsOrExit } from './main.js';
import { manifestCommand } from './commands/manifest-command.js';

const USAGE = `Usage: earshot <command>   (where it is not installed: node dist/cli.js <command>)

  start            run with the environment and earshot.yaml; see README.md
  demo             run with an embedded database of its own, the desk, and a bundled day of sample voices
  digest           print the digest of a day: --audience leadership --date 2026-11-20 --dry-run
  manifest slack   print the manifest of the Slack app; --http https://your.address for HTTP instead of Socket Mode
  manifest teams   write the package of the Teams app; --app-id, --domain, --out
`;

const [command, ...rest] = process.argv.slice(2);
switch (command) {
  case 'start':
    await run({
      started(earshot, settings) {
        for (const { name } of settings.sources) {
          console.log(`Earshot listens for webhooks at ${earshot.publicAddress}/hooks/${name}`);
        }
        console.log(`Open the desk: ${earshot.openingAddress()}   (works once; press Enter for another)`);
        if (settings.ownSecret?.isNew)
          console.log(`A webhook secret was made and kept in ${settings.ownSecret.file}`);
        const line = howToSend(settings)?.(earshot.publicAddress);
        if (line !== undefined) console.log(`Send a voice of your own:\n  ${line}`);
        onEnter(() => console.log(`Open the desk: ${earshot.openingAddress()}`));
        return () => Promise.resolve();
      },
    });
    break;
  case 'demo':
    console.log('Living through two months of invented customers, which takes some seconds …');
    await run(demoCommand({ howToSend, onEnter }));
    break;
  case 'digest':
    await digestCommand(rest, { settings: () => settingsOrExit({}) });
    break;
  case 'manifest':
    manifestCommand(rest, { env: processEnvironment(), writeFile: writeFileSync });
    break;
  case undefined:
  case 'help':
  case '--help':
    console.log(USAGE);
    break;
  default:
    console.error(`There is no command ${command}.\n\n${USAGE}`);
    process.exitCode = 2;
}

/** Only at a terminal: a pipe that closes is no wish. */
function onEnter(wish: () => void): void {
  if (!process.stdin.isTTY) return;
  process.stdin.on('data', wish);
  process.stdin.unref();
}
