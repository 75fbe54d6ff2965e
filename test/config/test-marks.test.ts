import { describe, expect, it } from 'vitest';
import { faultsOf, settingsOf } from './settings-fixture.js';

const MARKS = {
  killAt: 'after-call',
  killAtPass: 2,
  settleMs: 1500,
  leaseMs: 2000,
  unlimited: true,
  clockOffsetMs: -86_400_000,
};

describe('EARSHOT_TEST', () => {
  it('is read on loopback, in every spelling of it', () => {
    for (const HOST of ['127.0.0.1', '127.1.2.3', 'localhost', '::1']) {
      expect(settingsOf({ env: { HOST, EARSHOT_TEST: JSON.stringify(MARKS) } }).test).toEqual(MARKS);
    }
    expect(settingsOf({ env: { EARSHOT_TEST: '{}' } }).test).toEqual({});
    expect(settingsOf({})).not.toHaveProperty('test');
  });

  it.each(['0.0.0.0', '10.0.0.1', 'earshot.example', '127.0.0.1.example.com', '::'])(
    'is refused where HOST is %s',
    (HOST) => {
      expect(faultsOf({ env: { HOST, EARSHOT_TEST: '{}' } })).toMatchObject([
        { path: 'EARSHOT_TEST', message: 'is set while HOST is not loopback' },
      ]);
    },
  );

  it.each([
    ['no JSON', 'EARSHOT_TEST'],
    ['[]', 'EARSHOT_TEST'],
    ['{"killAt":"sometimes"}', 'EARSHOT_TEST: killAt'],
    ['{"killat":"accepted"}', 'EARSHOT_TEST: killat'],
    ['{"settleMs":"1500"}', 'EARSHOT_TEST: settleMs'],
    ['{"leaseMs":-1}', 'EARSHOT_TEST: leaseMs'],
  ])('is read strictly: %s', (text, path) => {
    expect(faultsOf({ env: { EARSHOT_TEST: text } }).map((each) => each.path)).toEqual([path]);
  });
});
