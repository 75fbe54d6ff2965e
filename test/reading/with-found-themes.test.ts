import { describe, expect, it } from 'vitest';
import type { Reading } from '../../src/domain/reading.js';
import { withFoundThemes } from '../../src/reading/with-found-themes.js';

const READING: Required<Reading> = {
  reader: 'built in',
  negative: 0.9,
  language: 'de',
  doubt: 'it is German',
  flags: [],
  themes: [],
};

describe('reading with the themes that were found', () => {
  it('names the theme where the taxonomy has none, and leaves all else as it was read', () => {
    const found = [{ name: 'couriers', words: ['courier', 'doorstep'] }];
    const read = withFoundThemes(
      () => READING,
      () => ({ found, called: new Map(), stamp: '' }),
      [],
    );
    expect({ ...read('The courier left it') }).toEqual({ ...READING, themes: ['couriers'] });
    expect({ ...read('The lamp hums') }).toEqual(READING);
  });
});
