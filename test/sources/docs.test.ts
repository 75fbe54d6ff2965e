import { execFile, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { USUAL_LIMITS } from '../../src/config/yaml/read-sources.js';
import { STATUS_OF } from '../../src/http/http-answer.js';
import { ALL_SOURCES } from '../../src/sources/all-sources.js';
import {
  ACCOUNT_TEXTS,
  AUTHOR_TEXTS,
  CAPS,
  CUSTOMER_TEXTS,
  OTHER_FIELDS,
  SIGNAL_TEXTS,
  type TextFields,
} from '../../src/sources/standard/fields.js';
import { TRIGGER_BODY } from '../../src/sources/zendesk/read-trigger.js';
import { openDoor, SECRET } from '../http/door.js';

const page = readFileSync(new URL('../../docs/sources.md', import.meta.url), 'utf8');

function textRows<Facts>(prefix: string, fields: TextFields<Facts>): readonly string[] {
  return [...fields].map(([name, { most, means }]) => {
    const orNumber = most === CAPS.id ? ', or a whole number' : '';
    return `| \`${prefix}${name}\` | ${most.toLocaleString('en-GB')} characters${orNumber} | ${means} |`;
  });
}

it('the page has every field of the signal with its cap, as the code has it', () => {
  const other = Object.entries(OTHER_FIELDS).map(
    ([name, { takes, means }]) => `| \`${name}\` | ${takes} | ${means} |`,
  );
  const rows = [
    ...other,
    ...textRows('', SIGNAL_TEXTS),
    ...textRows('customer.', CUSTOMER_TEXTS),
    ...textRows('account.', ACCOUNT_TEXTS),
    ...textRows('author.', AUTHOR_TEXTS),
  ];
  const table = /\n(\| field [\s\S]*?)\n\n/u.exec(page)?.[1] ?? '';
  // The formatter pads cells: only their words are compared.
  const wordsOf = (row: string) => row.replace(/\s+/gu, ' ').trim();
  expect(table.split('\n').slice(2).map(wordsOf)).toEqual(rows.map(wordsOf));
  expect(page).toContain(`${CAPS.extra.toLocaleString('en-GB')} characters`);
});

it('the page names the limits that hold where none are configured', () => {
  const { perSecond, burst } = USUAL_LIMITS;
  const words = `more than ${perSecond.toLocaleString('en-GB')} a second for long (${burst.toLocaleString('en-GB')} at once are fine)`;
  expect(page).toContain(words);
});

it('the page names every answer', () => {
  for (const [code, status] of Object.entries(STATUS_OF))
    expect(page).toMatch(new RegExp(`\\| ${status}\\s+\\| \`${code}\``, 'u'));
});

it('the page has the trigger body, the settings and the sentence of every source', () => {
  expect(page).toContain(JSON.stringify(TRIGGER_BODY, null, 2));
  for (const { type, summary, settings } of ALL_SOURCES) {
    expect(page).toContain(`\`${type}\`: ${summary}`);
    const { properties } = z.toJSONSchema(settings, { io: 'input', unrepresentable: 'any' });
    for (const setting of Object.keys(properties ?? {}))
      expect(page).toMatch(new RegExp(`\`${setting}(?:: true)?\``, 'u'));
  }
});

const tools = ['bash', 'openssl', 'curl'];
const missing = tools.filter((tool) => spawnSync(tool, ['--version']).error !== undefined);
if (missing.length > 0)
  console.info(`left out: the script of docs/sources.md is not run, for want of ${missing.join(', ')}`);

it.skipIf(missing.length > 0)(
  'the script of the page sends a signal that is accepted, and with another secret is not',
  async () => {
    const { port, deliveries } = await openDoor({ clock: () => new Date() });
    const script = /```sh\n([\s\S]*?)```/u.exec(page)?.[1] ?? '';
    const run = async (secret: string) => {
      const filled = script
        .replace("SECRET='whsec_…'", `SECRET='${secret}'`)
        .replace('http://127.0.0.1:3000/hooks/voice', `http://127.0.0.1:${port}/hooks/surveys`);
      return JSON.parse((await promisify(execFile)('bash', ['-c', filled])).stdout) as unknown;
    };
    expect(await run(SECRET)).toEqual({ id: 'r-0', outcome: 'accepted' });
    expect(deliveries[0]?.elements).toMatchObject([
      { kind: 'signal', signal: { text: 'Nobody calls back.' } },
    ]);
    expect(await run(`whsec_${Buffer.alloc(32, 9).toString('base64')}`)).toHaveProperty(
      'error.code',
      'unauthorized',
    );
  },
);
