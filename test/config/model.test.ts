import { describe, expect, it } from 'vitest';
import { faultsOf, settingsOf } from './settings-fixture.js';

const KEY = { OPENAI_API_KEY: 'sk-a-key' };

describe('a language model', () => {
  it('is there where a key is, and nowhere else', () => {
    expect(settingsOf({}).model).toBeUndefined();
    expect(settingsOf({ yaml: 'model: { calls_per_day: 5 }' }).model).toBeUndefined();
    expect(settingsOf({ env: KEY }).model).toEqual({
      apiKey: 'sk-a-key',
      baseUrl: 'https://api.openai.com/v1',
      name: 'gpt-4.1-mini',
      callsPerDay: 2_000,
    });
  });

  it('may be another one, elsewhere, with another budget, its key in a file', () => {
    const env = {
      OPENAI_API_KEY_FILE: '/run/secrets/key',
      OPENAI_BASE_URL: 'http://127.0.0.1:11434/v1/',
      OPENAI_MODEL: 'llama3.2:3b',
    };
    const files = { '/run/secrets/key': 'sk-in-a-file\n' };
    expect(settingsOf({ env, files, yaml: 'model: { calls_per_day: 50000 }' }).model).toEqual({
      apiKey: 'sk-in-a-file',
      baseUrl: 'http://127.0.0.1:11434/v1',
      name: 'llama3.2:3b',
      callsPerDay: 50_000,
    });
  });

  it.each([
    ['http://models.example/v1', 'OPENAI_BASE_URL'],
    ['https://user:pass@models.example/v1', 'OPENAI_BASE_URL'],
    ['models.example', 'OPENAI_BASE_URL'],
  ])('is not asked at %s', (OPENAI_BASE_URL, path) => {
    expect(faultsOf({ env: { ...KEY, OPENAI_BASE_URL } })).toMatchObject([{ path }]);
  });

  it.each([
    [{ OPENAI_API_KEY: 'two words' }, 'OPENAI_API_KEY'],
    [{ OPENAI_MODEL: 'gpt-5' }, 'OPENAI_API_KEY'],
    [{ OPENAI_BASE_URL: 'https://models.example/v1' }, 'OPENAI_API_KEY'],
    [{ ...KEY, OPENAI_MODEL: 'a model' }, 'OPENAI_MODEL'],
  ])('of %j is a fault that never says the key', (env, path) => {
    const faults = faultsOf({ env });
    expect(faults).toMatchObject([{ path }]);
    expect(JSON.stringify(faults)).not.toContain('two words');
  });

  it.each(['0', '1.5', 'lots'])('has no budget of %s calls', (calls) => {
    expect(faultsOf({ env: KEY, yaml: `model: { calls_per_day: ${calls} }` })).toMatchObject([
      { path: expect.stringContaining('calls_per_day') as string },
    ]);
  });
});
