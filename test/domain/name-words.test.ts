import { expect, it } from 'vitest';
import { nameWords } from '../../src/domain/name-words.js';

it.each([
  ['Maria López', ['maria', 'lopez']],
  ["Siobhán O'Brien-Smith", ['siobhan', 'o', 'brien', 'smith']],
  ['ŁUKASZ Großmann', ['lukasz', 'grossmann']],
  ['Søren Ægidius Þór', ['soren', 'aegidius', 'thor']],
  ['МАРИЯ Йовкова', ['мария', 'иовкова']],
  ['王小明', ['王小明']],
  ['  Anna   ANNA anna ', ['anna']],
  ['ﬁona', ['fiona']],
  ['', []],
  ['<!--', []],
  [`'; drop table customers; --`, ['drop', 'table', 'customers']],
  [`x':* | 'y`, ['x', 'y']],
  ['\ud800\u0000\u202e', []],
])('the words of %j are %j', (name, words) => {
  expect(nameWords(name)).toEqual(words);
});

it('a name of any length has so many words of so many letters', () => {
  const words = nameWords(Array.from({ length: 900 }, (_, at) => `${'x'.repeat(200)}${at}`).join(' '));
  expect(words).toEqual(['x'.repeat(40)]);
  expect(nameWords(Array.from({ length: 900 }, (_, at) => `w${at}`).join(' '))).toHaveLength(12);
});
