import { expect, it } from 'vitest';
import { soundsEnglish } from '../../src/reading/sounds-english.js';
import { NEGATIVE, NOT_NEGATIVE, OTHER_LANGUAGES } from './sentences.js';

it('more than half of English sentences are known by their small words, and none of another language', () => {
  const english = [...NEGATIVE, ...NOT_NEGATIVE];
  expect(english.filter(soundsEnglish).length).toBeGreaterThan(english.length / 2);
  const others = OTHER_LANGUAGES.flatMap(({ negative, others: rest }) => [...negative, ...rest]);
  expect(others.filter(soundsEnglish)).toEqual([]);
});

it.each([
  ['I have been waiting for this parcel, and nobody could tell me where it was.', true],
  ['I don’t know what you did with the app', true],
  // Small words that others have too say nothing alone.
  ['Was will der hier an der Kasse', false],
  ['No me has dicho a qué hora', false],
  ['Ich habe „what the hell do you want“ gehört, und danach hat der Kollege einfach aufgelegt', false],
  ['Acme', false],
  ['', false],
])('“%s” → %s', (text, sounds) => {
  expect(soundsEnglish(text)).toBe(sounds);
});
