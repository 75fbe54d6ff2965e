import { expect, it } from 'vitest';
import { describeError } from '../../src/telemetry/log.js';

it('an error of the database is told without the values that it quotes', () => {
  const error = Object.assign(new Error('invalid input syntax for type uuid: "maria@acme.example"'), {
    severity: 'ERROR',
    code: '22P02',
    detail: 'Key (email)=(maria@acme.example) already exists.',
  });
  const told = JSON.stringify(describeError(error));
  expect(told).not.toContain('maria');
  expect(told).toContain('22P02');
});

it('an error keeps its kind, its message and the way to it', () => {
  const told = describeError(new TypeError('x is no function', { cause: new Error('first') }));
  expect(told).toMatchObject({ type: 'TypeError', message: 'x is no function', cause: { message: 'first' } });
  expect(told['frames']).not.toEqual([]);
});

it('what is thrown and is no error is not told', () => {
  expect(JSON.stringify(describeError('token xoxb-1'))).not.toContain('xoxb');
});
