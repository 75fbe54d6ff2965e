import { describe, expect, it } from 'vitest';
import {
  checkNarrative,
  filledIn,
  type WrittenSentence,
} from '../../../src/domain/narrative/check-narrative.js';

const VOICES = [
  { alert: 12, text: 'Third time I ask about my refund. I will cancel on Friday.', names: ['Maria Lopez'] },
  { alert: 14, text: 'Where is my money? Call +34 600 000 000', names: [] },
];
const FIGURES = new Map([
  ['alerts', '14 alerts'],
  ['theme_a', '1 alert'],
]);
const check = (...written: readonly Partial<WrittenSentence>[]) =>
  checkNarrative(
    written.map((each) => ({ text: 'Refunds take too long.', quote: null, voices: ['V1'], ...each })),
    { voices: VOICES, figures: FIGURES },
  );

describe('a sentence that a model wrote', () => {
  it('stands with the alerts that it names, its figures filled in from what was counted', () => {
    const [first] = check({
      text: 'Refunds take too long, in {alerts} of late.',
      quote: 'Third time I ask about my refund.',
      voices: ['V1', 'V2'],
    });
    expect(first).toEqual({
      text: 'Refunds take too long, in {alerts} of late.',
      quote: 'Third time I ask about my refund.',
      alerts: [12, 14],
    });
    expect(first && filledIn(first, FIGURES)).toBe('Refunds take too long, in 14 alerts of late.');
    expect(first && filledIn(first, new Map())).toBeUndefined();
  });

  it('may quote on one line what the customer wrote on two, as it stands there', () => {
    const voices = [{ alert: 12, text: 'Third time\n I ask  about my refund.', names: [] }];
    const quote = 'Third time I ask about my refund.';
    const written = [{ text: 'Refunds take too long.', quote, voices: ['V1'] }];
    expect(checkNarrative(written, { voices, figures: FIGURES })).toEqual([
      { text: 'Refunds take too long.', quote, alerts: [12] },
    ]);
  });

  it.each<[why: string, sentence: Partial<WrittenSentence>]>([
    ['a figure in digits', { text: 'Refunds rose to 40 alerts.' }],
    ['a figure in other digits', { text: 'Refunds rose to ٤٠ alerts.' }],
    ['a figure in words', { text: 'Three customers wait for a refund.' }],
    ['a share', { text: 'Half of all customers wait.' }],
    ['a multiple', { text: 'Complaints doubled.' }],
    ['a percentage', { text: 'Nearly all % of them.' }],
    ['a figure that nobody counted', { text: 'It costs {losses}.' }],
    ['a figure and a number beside it', { text: 'There were {alerts} in 2 days.' }],
    ['a quote that nobody said', { quote: 'I will sue all of you' }],
    ['a quote that somebody else said', { quote: 'Where is my money?' }],
    ['a quote that is nearly right', { quote: 'third time I ask about my refund.' }],
    ['a scrap of a quote', { quote: 'refund' }],
    ['a quote in the sentence', { text: 'They say “I will sue you all” and mean it.' }],
    ['a quote in other marks', { text: "They say 'I will sue you all' and mean it." }],
    ['a voice that is not there', { voices: ['V9'] }],
    ['no voice', { voices: [] }],
    ['one voice too many', { voices: ['V1', 'V3'] }],
    ['a mention', { text: 'See <!channel> for it.' }],
    ['another mention', { text: 'Ask @here for it.' }],
    ['a link', { text: 'See https://evil.example for it.' }],
    ['a bare link', { text: 'See evil.example for it.' }],
    ['a link in Markdown', { text: 'See [this](evil) for it.' }],
    ['a command', { text: 'Type /claim now.' }],
    ['a command of ours', { text: 'Type cx-claim now.' }],
    ['something taken out', { text: 'The customer [name] is angry.' }],
    ['no words', { text: '{alerts}' }],
    ['too many words', { text: 'Refunds are late. '.repeat(30) }],
  ])('is dropped for %s', (_, sentence) => {
    expect(check(sentence)).toEqual([]);
    expect(check(sentence, {})).toHaveLength(1);
  });

  it('is one of four at the most', () => {
    expect(check({}, {}, {}, {}, {}, {})).toHaveLength(4);
  });
});
