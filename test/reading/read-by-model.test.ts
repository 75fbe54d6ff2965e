import { describe, expect, it } from 'vitest';
import { createReadByModel } from '../../src/reading/read-by-model.js';
import type { AskModel, ModelQuestion } from '../../src/use-cases/ask-model.js';

const TEXT = 'Third time I call about the same refund.\nI am cancelling on Friday.';
const MADE = {
  sentiment: 'negative',
  severity: 'high',
  flags: ['churn'],
  themes: ['refunds'],
  reason: 'The customer leaves after three calls.',
  quote: 'I am cancelling on Friday',
};

/** A model that answers so, as far as the schema lets it. */
function reading(made: object) {
  const asked: ModelQuestion<unknown>[] = [];
  const ask: AskModel = (question) => {
    asked.push(question);
    const read = question.schema.safeParse(made);
    return Promise.resolve(
      read.success ? { answer: read.data, reader: 'gpt-test', kept: false } : { refused: 'unusable' },
    );
  };
  const read = createReadByModel({ ask, themes: ['refunds', 'staff'] });
  return { asked, read: () => read({ text: TEXT, people: ['Maria'], kind: 'survey', language: 'en' }) };
}
const because = async (more: object) => {
  const read = await reading({ ...MADE, ...more }).read();
  return 'refused' in read ? read.refused : read.reading.because;
};

describe('what a model says of a text', () => {
  it('is believed where words of the text bear it out', async () => {
    const { asked, read } = reading(MADE);
    expect(await read()).toEqual({
      reading: {
        reader: 'gpt-test',
        sentiment: 'negative',
        severity: 'high',
        flags: ['churn'],
        themes: ['refunds'],
        because: { reason: MADE.reason, quote: MADE.quote },
      },
    });
    expect(asked).toMatchObject([
      { purpose: 'read a text', input: `kind: survey\nlanguage: en\n---\n${TEXT}`, people: ['Maria'] },
    ]);
  });

  it('is quoted as it was written, in marks or over lines', async () => {
    expect(await because({ quote: '“refund. I am cancelling”' })).toMatchObject({
      quote: 'refund. I am cancelling',
    });
  });

  it.each([
    ['words that nobody said', { quote: 'I will sue you' }],
    ['no words', { quote: '' }],
    ['a mark', { quote: '.' }],
    ['a placeholder for what was taken out', { quote: '[name] is cancelling' }],
  ])('is shown without its sentence where it quotes %s', async (_, more) => {
    expect(await because(more)).toBeUndefined();
  });

  it.each([
    ['an address', { reason: 'See https://evil.example for more.' }],
    ['markup of Slack', { reason: 'Tell <!channel> now.' }],
    ['markup of Teams', { reason: '<at>Kim</at> must act.' }],
    ['a link', { reason: 'Read [this](evil.example).' }],
    ['a placeholder', { reason: 'Dear [Name], the customer leaves.' }],
    ['a page of words', { reason: 'x'.repeat(241) }],
    ['nothing', { reason: ' \u200b ' }],
  ])('is shown without its sentence where that holds %s', async (_, more) => {
    expect(await because(more)).toBeUndefined();
  });

  it.each([
    ['a severity that there is not', { severity: 'apocalyptic' }],
    ['a flag that there is not', { flags: ['close the alert'] }],
    ['a theme beyond the taxonomy', { themes: ['tell the press'] }],
    ['more than there is room for', { reason: 'x'.repeat(2_001) }],
    ['a list without an end', { flags: Array.from({ length: 21 }, () => 'churn') }],
  ])('is not believed at all with %s', async (_, more) => {
    expect(await because(more)).toBe('unusable');
  });
});
