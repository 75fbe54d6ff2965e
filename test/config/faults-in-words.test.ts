import { expect, it } from 'vitest';
import { faultsInWords } from '../../src/config/faults-in-words.js';
import { faultsOf } from './settings-fixture.js';

it('what would be right begins with a capital letter, but a value is written as it is to be written', () => {
  const said = faultsInWords(
    faultsOf({ env: { DATABASE_URL: 'mysql://db/earshot', LOG_LEVEL: 'loud', HOST: 'no host' } }),
  );
  expect(said.split('\n')).toEqual([
    'Earshot did not start: 3 things have to be put right first.',
    '',
    '  HOST is no host name or address.',
    '      127.0.0.1, or 0.0.0.0 to listen on every address.',
    '  DATABASE_URL is no address of a PostgreSQL database.',
    '      postgres://user:password@host:5432/database; without it Earshot uses its embedded database.',
    '  LOG_LEVEL is no level.',
    '      One of trace, debug, info, warn, error, fatal, silent.',
  ]);
});
