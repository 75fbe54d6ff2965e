import { expect, it } from 'vitest';
import { secretOrigin } from '../../src/config/secret-origin.js';

it('says whether the webhook secret was configured, kept or made just now', () => {
  const file = 'data/webhook-secret';
  expect(secretOrigin({})).toMatch(/configuration names/u);
  expect(secretOrigin({ ownSecret: { file, isNew: true } })).toMatch(/was made/u);
  expect(secretOrigin({ ownSecret: { file, isNew: false } })).toMatch(/the one kept/u);
});
