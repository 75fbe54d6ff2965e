import { expect, it } from 'vitest';
import { detectLanguage } from '../../src/reading/detect-language.js';
import { NEGATIVE, NOT_NEGATIVE, OTHER_LANGUAGES } from './sentences.js';

it('English is known as such, and hardly another language is taken for it', () => {
  const english = [...NEGATIVE, ...NOT_NEGATIVE].filter((text) => detectLanguage(text) === 'en');
  expect(english.length).toBeGreaterThanOrEqual(95);
  const others = OTHER_LANGUAGES.flatMap(({ negative, others: rest }) => [...negative, ...rest]);
  const takenForEnglish = others.filter((text) => detectLanguage(text) === 'en');
  expect(takenForEnglish.length / others.length).toBeLessThan(0.05);
});

it('most sentences in the languages of the rules are told apart', () => {
  const all = OTHER_LANGUAGES.flatMap(({ language, negative, others }) =>
    [...negative, ...others].map((text) => detectLanguage(text) === language),
  );
  expect(all.filter(Boolean).length / all.length).toBeGreaterThan(0.8);
});

it.each([
  ['خدمة سيئة جدا', 'ar'],
  ['Очень плохо', 'ru'],
  ['최악의 서비스', 'ko'],
  ['太差了', 'zh'],
  ['🙂🙂', undefined],
  ['', undefined],
  ['Acme', undefined],
])('“%s” → %s', (text, language) => {
  expect(detectLanguage(text)).toBe(language);
});
