import { afterEach, beforeEach, expect, it } from 'vitest';
import { modelReport } from '../../bench/reading/model-report.js';
import {
  CALM,
  KEY,
  type ModelCounterpart,
  startModelCounterpart,
} from '../counterparts/model/model-counterpart.js';

let model: ModelCounterpart;
beforeEach(async () => {
  model = await startModelCounterpart();
});
afterEach(() => model.close());

const report = () =>
  modelReport({
    service: { apiKey: KEY, baseUrl: model.baseUrl, name: 'gpt-4.1-mini' },
    texts: [
      { text: 'Awful, awful.', negative: true },
      { text: 'Awful again.', negative: true },
      { text: 'Fine.', negative: false },
      { text: 'Lovely.', negative: false },
    ],
  });

it('tells how well the model reads, how quickly, and what a thousand texts cost', async () => {
  model.behave({
    kind: 'answers',
    with: (input) => ({ ...CALM, sentiment: input.includes('Awful') ? 'negative' : 'positive' }),
  });
  expect(await report()).toEqual([
    'gpt-4.1-mini: 4 of 4 texts read',
    'AUC 1.000, macro-F1 1.000, precision 1.000, recall 1.000',
    expect.stringMatching(/^Latency \d+ ms at the median, \d+ ms at the 95th percentile$/u),
    expect.stringMatching(
      /^US\$\d+\.\d\d a thousand texts, at 0\.4 and 1\.6 a million tokens; [\d,]+ read and \d+ written a text$/u,
    ),
  ]);
});

it('says how many were not read and why, and then has no figures', async () => {
  model.behave({ kind: 'says', text: 'no' });
  expect(await report()).toEqual(['gpt-4.1-mini: 0 of 4 texts read; not read: 4 unusable']);
});
