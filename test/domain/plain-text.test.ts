import { describe, expect, it } from 'vitest';
import { oneLine, plainText, shorten } from '../../src/domain/plain-text.js';

describe('plain text', () => {
  it('keeps the words of every script, tabs, line ends and emoji', () => {
    for (const text of [
      'سلام\u200cبه همه',
      '退款\tplease',
      'a\nb',
      '👩\u200d👩\u200d👧',
      'naïve',
      '❤\ufe0f',
    ]) {
      expect(plainText(text)).toBe(text);
    }
  });

  it.each([
    ['controls', 'a\u0000b\u0007c\u001b[31md\u007fe\u0085f', 'abc[31mdef'],
    ['order overrides', 'pay \u202eexe.gpj\u202c now\u2066\u2069\u200e\u200f', 'pay exe.gpj now'],
    ['zero-width marks', 're\u200bfu\u2060nd\ufeff\u00ad', 'refund'],
    ['tag characters', 'hi\u{e0041}\u{e0042}\u{e007f}', 'hi'],
    ['hidden variation selectors', 'x\u{e0100}\u{e01ef}y', 'xy'],
    ['lone surrogates', 'a\ud800b', 'a\ufffdb'],
    ['line ends of other systems', 'a\r\nb\rc', 'a\nb\nc'],
    ['heaps of empty lines', 'a\n\n\n\n\n\nb', 'a\n\n\nb'],
    ['space around', ' \n a \n ', 'a'],
  ])('loses %s', (_, text, plain) => {
    expect(plainText(text)).toBe(plain);
  });

  it('in one line has single spaces', () => {
    expect(oneLine(' a\n\n b\t\u2028c\u00a0 d ')).toBe('a b c d');
  });
});

describe('shortened text', () => {
  it('is whole where it fits', () => {
    expect(shorten('exactly ten', 11)).toBe('exactly ten');
  });

  it('is cut at a word where one is near, with an ellipsis', () => {
    expect(shorten('the quick brown fox', 17)).toBe('the quick brown…');
    expect(shorten('a reallyveryveryverylongword', 20)).toBe('a reallyveryveryver…');
  });

  it('is never longer than its limit and never cut through a character', () => {
    const texts = [
      '👩‍👩‍👧‍👦'.repeat(20),
      '🇩🇪'.repeat(40),
      'e\u0301'.repeat(80),
      '😀'.repeat(80),
      '한국어'.repeat(30),
      `${'a'.repeat(50)}${'\u0301'.repeat(500)}`,
    ];
    const whole = (text: string) =>
      new Set([...new Intl.Segmenter().segment(text)].map(({ segment }) => segment));
    for (const text of texts) {
      for (let limit = 1; limit <= 60; limit += 1) {
        const short = shorten(text, limit);
        expect(short.length).toBeLessThanOrEqual(limit);
        expect(short.isWellFormed()).toBe(true);
        for (const character of whole(short.slice(0, -1))) expect(whole(text)).toContain(character);
      }
    }
  });
});
