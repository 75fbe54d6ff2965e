/** Settings of a source that refer to a secret, as Meta's verify token does. */
import { expect, it } from 'vitest';
import { faultsOf, settingsOf } from './settings-fixture.js';

const ENV = { APP: '0123456789abcdef0123456789abcdef', WORD: 'open sesame' };
const yaml = (token: string) =>
  `sources: [{ name: social, type: meta, secrets: ['env:APP']${token === '' ? '' : `, verify_token: '${token}'`} }]\n`;

it('a setting that refers to a secret is read from where it refers to', () => {
  const tokenOf = (token: string, files = {}) =>
    settingsOf({ yaml: yaml(token), env: ENV, files }).sources[0]?.settings;
  expect(tokenOf('env:WORD')).toMatchObject({ verify_token: 'open sesame' });
  expect(tokenOf('file:/run/word', { '/run/word': 'from a file\n' })).toMatchObject({
    verify_token: 'from a file',
  });
});

it.each([
  ['a variable that is not set', 'env:NOWHERE', 'names NOWHERE, which is not set'],
  ['a file that is not there', 'file:/run/nowhere', 'names a file that cannot be read (ENOENT)'],
  ['the secret itself', 'open sesame', 'is not in the form that fits here'],
  ['nothing', '', 'is missing'],
])('it is refused with %s, and the secret is never shown', (_, token, message) => {
  const [found, ...more] = faultsOf({ yaml: yaml(token), env: ENV });
  expect(more).toEqual([]);
  expect(found).toMatchObject({ path: 'earshot.yaml: sources[0].verify_token (line 1)', message });
  expect(JSON.stringify(found)).not.toContain('sesame');
});

it('an app secret that is none is refused', () => {
  const [found] = faultsOf({ yaml: yaml('env:WORD'), env: { ...ENV, APP: 'my-app-secret' } });
  expect(found).toMatchObject({ message: 'leads to a secret that is no app secret: 32 hexadecimal digits' });
});

it('says that it is the verify token that is lacking, not what calls are signed with', () => {
  const mends = ['env:NOWHERE', 'open sesame', ''].map(
    (token) => faultsOf({ yaml: yaml(token), env: ENV })[0]?.mend,
  );
  const reference =
    'env:NAME of an environment variable, or file:/path of a file, that holds the word you typed as “Verify token” at Meta';
  expect(mends).toEqual([
    'set NOWHERE in the environment to the verify_token that the sender was given',
    reference,
    reference,
  ]);
});
