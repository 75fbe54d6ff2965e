import { describe, expect, it } from 'vitest';
import { foldText } from '../../src/domain/fold-text.js';
import { findPhrase, hearText, indexPhrases, listenFor } from '../../src/domain/phrase.js';

const findOne = (phrases: readonly string[], text: string, except?: readonly string[]) =>
  findPhrase(phrases, listenFor(indexPhrases([phrases]), hearText(text)), except);
const find = (phrase: string, text: string, except?: readonly string[]) => findOne([phrase], text, except);

describe('a phrase', () => {
  it.each([
    ['refund', 'I want a REFUND!', 'REFUND'],
    ['cancel*', "I'm cancelling on Friday", 'cancelling'],
    ['cancel*', 'please cancel', 'cancel'],
    ['cancel my *', 'Cancel my plan now', 'Cancel my plan'],
    ['still waiting', 'still \n\t waiting', 'still waiting'],
    ["won't load", 'It won’t load', 'won’t load'],
    ["won't load", 'It won´t load', 'won´t load'],
    ['kündig*', 'Ich Ku\u0308ndige', 'Ku\u0308ndige'],
    ['refund', 'ＲＥＦＵＮＤ please', 'ＲＥＦＵＮＤ'],
    ['résilier', 'RÉSILIER', 'RÉSILIER'],
    ['60 millions', 'écrire à 60 millions de', '60 millions'],
    ['😡', 'so bad😡', '😡'],
    ['c++', 'I hate C++', 'C++'],
    ['rude', '(rude)', 'rude'],
    ['rude', '_rude_', 'rude'],
    ['refund', 'The ﬁrst  ｶﾞ half of\r\n\r\nmy \u1112\u1161\u11ab İ 😡 is one REFUND.', 'REFUND'],
    ['cancel my *', 'ﬁrst I\nCANCEL  My\tPlan', 'CANCEL My Plan'],
    ['fi', 'ﬁ', 'ﬁ'],
    ['ärger*', 'ﬀ ÄRGERLICH', 'ÄRGERLICH'],
  ])('%s is found in %j and quoted as it was written', (phrase, text, said) => {
    expect(find(phrase, text)).toBe(said);
  });

  it.each([
    ['sue', 'to pursue an issue'],
    ['rude', 'crude'],
    ['rude', 'rudeness'],
    ['rude agent', 'a crude agent, a rude boy'],
    ['rude*', 'a rud rub, crudely'],
    ['cancel my *', 'cancel my'],
    ['injur*', 'perjury'],
    ['app', 'an äpp'],
    ['late', 'chocolate, later, plate'],
    ['', 'anything'],
    ['*', 'anything'],
    ['refund', ''],
  ])('%j is not found in %j', (phrase, text) => {
    expect(find(phrase, text)).toBeUndefined();
  });

  it('needs no word edges in scripts without spaces, and finds words of other scripts among them', () => {
    expect(find('退款', '我想要退款谢谢')).toBe('退款');
    expect(find('返金', '返金してください')).toBe('返金');
    expect(find('คืนเงิน', 'ขอคืนเงินด้วย')).toBe('คืนเงิน');
    expect(find('refund', '我要refund谢谢')).toBe('refund');
    expect(find('환불*', '환불해 주세요')).toBe('환불해');
  });

  it('is not found inside an exception, and is found beside it', () => {
    const except = ['no need to cancel', 'cancel my order*'];
    expect(find('cancel*', 'There is no need to cancel.', except)).toBeUndefined();
    expect(find('cancel my *', 'Please cancel my orders', except)).toBeUndefined();
    expect(find('cancel*', 'No need to cancel, they said. I am cancelling.', except)).toBe('cancelling');
    expect(find('cancel*', 'cancel', [])).toBe('cancel');
  });

  it('comes first in the list, not in the text', () => {
    expect(findOne(['b', 'a'], 'a b')).toBe('b');
  });

  it('is found by the list that has it, whichever other lists the index holds', () => {
    const [refunds, leaving, other] = [['refund*'], ['leaving', 'cancel*'], ['cancel*', 'refund']];
    const listened = listenFor(
      indexPhrases([refunds, leaving]),
      hearText('A refund, or I am leaving: cancelled.'),
    );
    expect(findPhrase(refunds, listened)).toBe('refund');
    expect(findPhrase(leaving, listened)).toBe('leaving');
    expect(findPhrase(other, listened)).toBeUndefined();
  });

  it('is found in the longest text without delay, be the text made for it', () => {
    const started = performance.now();
    const text = 'refund policy '.repeat(1_500);
    expect(findOne(['refund', 'refund*', 'refund policy please'], text, ['refund policy'])).toBeUndefined();
    expect(find('a'.repeat(60), 'a'.repeat(20_000))).toBeUndefined();
    for (let rule = 0; rule < 30; rule += 1)
      expect(find('refund', `${'ﬁ '.repeat(10_000)}Refund`)).toBe('Refund');
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

describe('folded text', () => {
  it('is lower case, composed, with plain apostrophes and single spaces', () => {
    expect(foldText('  DON‘T  a\u0301 \u00a0 x ')).toBe(" don't á x ");
  });
});
