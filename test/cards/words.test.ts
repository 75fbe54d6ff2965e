import { describe, expect, it } from 'vitest';
import { preferredContact, timeZoneWords } from '../../src/cards/customer-wishes.js';
import { afterWords } from '../../src/cards/duration-words.js';
import { languageName } from '../../src/cards/language-name.js';
import { moneyWords } from '../../src/cards/money-words.js';
import { midSentence, sentence } from '../../src/cards/sentence.js';
import { at } from './acme.js';

describe('words for values', () => {
  it.each<[number, string | undefined, string | undefined]>([
    [48_000, 'EUR', '€48k'],
    [1_250_000, 'usd', '$1.3m'],
    [4_500, 'GBP', '£4.5k'],
    [900, undefined, '900'],
    [12_000, 'CHF', 'CHF 12k'],
    [999_499, 'EUR', '€999k'],
    [999_500, 'EUR', '€1m'],
    [2_000_000_000, 'JPY', '¥2bn'],
    [500, 'not a currency', '500'],
    [0, 'EUR', undefined],
    [-5, 'EUR', undefined],
    [Number.NaN, 'EUR', undefined],
    [Infinity, 'EUR', undefined],
    [1e300, 'EUR', undefined],
  ])('%d %s is %s', (amount, currency, words) => {
    expect(moneyWords(amount, currency)).toBe(words);
  });

  it.each([
    ['10:00', 'within a minute'],
    ['10:04', 'after 4 min'],
    ['10:59', 'after 59 min'],
    ['11:00', 'after 1 h'],
    ['23:30', 'after 13 h'],
  ])('from 10:00 to %s is %s', (until, words) => {
    expect(afterWords(at('10:00'), at(until))).toBe(words);
  });

  it('days are counted from two on, and a clock that went back is no time at all', () => {
    const opened = at('10:00');
    expect(afterWords(opened, new Date(opened.getTime() + 47 * 3_600_000))).toBe('after 47 h');
    expect(afterWords(opened, new Date(opened.getTime() + 50 * 3_600_000))).toBe('after 2 days');
    expect(afterWords(opened, new Date(opened.getTime() - 1))).toBe('within a minute');
  });

  it.each([
    ['Europe/Madrid', 'Madrid time'],
    ['America/Argentina/Buenos_Aires', 'Buenos Aires time'],
    ['UTC', 'UTC'],
    ['Etc/GMT+3', 'GMT+3'],
    ['Middle/Earth', undefined],
    ['', undefined],
    ['<b>', undefined],
  ])('the time zone %s is %s', (timeZone, words) => {
    expect(timeZoneWords({ id: 'c', timeZone })).toBe(words);
  });

  it.each([
    ['Phone', 'a phone call'],
    ['email', 'e-mail'],
    ['WhatsApp, mornings', 'WhatsApp, mornings'],
    ['  ', undefined],
  ])('the preferred contact "%s" is %s', (given, words) => {
    expect(preferredContact({ id: 'c', preferredContact: given })).toBe(words);
  });

  it.each([
    ['de', 'German'],
    ['pt-BR', 'Portuguese'],
    ['en-GB', undefined],
    ['qqq', undefined],
    ['*', undefined],
    [undefined, undefined],
  ])('the language %s is %s', (tag, words) => {
    expect(languageName(tag)).toBe(words);
  });

  it('sentences end once, and keep what is written in capitals', () => {
    expect(sentence('called back')).toBe('called back.');
    expect(sentence('says “cancelling”.')).toBe('says “cancelling”.');
    expect(sentence('who knows?”')).toBe('who knows?”');
    expect(midSentence('Priority raised')).toBe('priority raised');
    expect(midSentence('SLA breached')).toBe('SLA breached');
  });
});
