import { expect, it } from 'vitest';
import { soughtCustomer } from '../../src/domain/sought-customer.js';

const SOURCES = ['zendesk'];
const ID = '0192f0c1-0000-7000-8000-00000000000a';

it('a name is its words, and may be an id of a source', () => {
  expect(soughtCustomer('Maria', SOURCES)).toEqual({
    typed: 'Maria',
    keys: ['id:zendesk:Maria', 'id:zendesk:maria', 'id:zendesk:MARIA', 'handle:zendesk:maria'],
    words: ['maria'],
  });
});

it.each(['Maria@Acme.example', 'mailto:maria@acme.example|maria@acme.example', 'mailto:maria@acme.example'])(
  'an address is known however it is written: %s',
  (typed) => {
    expect(soughtCustomer(typed, []).keys).toEqual(['email:maria@acme.example']);
  },
);

it.each(['CX-12', 'cx12', '#12', '12'])('an alert is named as people name it: %s', (typed) => {
  expect(soughtCustomer(typed, []).alert).toBe(12);
});

it('a handle is found with its sign and without', () => {
  expect(soughtCustomer('@Maria', ['x']).keys).toContain('handle:x:maria');
});

it('our own id is ours in any case', () => {
  expect(soughtCustomer(ID.toUpperCase(), []).id).toBe(ID);
});

it('nothing is nobody', () => {
  expect(soughtCustomer(' \n ', SOURCES)).toEqual({ typed: '', keys: [], words: [] });
});
