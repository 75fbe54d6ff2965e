/** How well, how quickly and for how much a language model reads the same texts: by the product's own question, redaction and limits. */
import { BUILT_IN_THEMES } from '../../src/config/built-in-themes.js';
import type { Sentiment } from '../../src/domain/model-reading.js';
import { createCallOpenAi, type Service } from '../../src/reading/openai/call-openai.js';
import { createAskModel } from '../../src/reading/openai/create-ask-model.js';
import { createReadByModel } from '../../src/reading/read-by-model.js';
import type { ModelMemoryStore } from '../../src/use-cases/model-memory.js';
import { macroF1, precisionAndRecall, rocAuc, type Scored } from './measure.js';

/** Of gpt-4.1-mini, in US dollars a million tokens: https://platform.openai.com/docs/pricing */
const USUAL_PRICES = { read: 0.4, written: 1.6 };
const AT_ONCE = 4;
/** The model says a word and no likelihood. */
const SCORES: Readonly<Record<Sentiment, number>> = { negative: 1, mixed: 0.67, neutral: 0.33, positive: 0 };
const THRESHOLD = 0.5;

export interface ModelReportOptions {
  readonly service: Service;
  readonly texts: readonly { readonly text: string; readonly negative: boolean }[];
  readonly prices?: { readonly read: number; readonly written: number };
}

/** Its lines. Every text is asked anew: nothing is kept. */
export async function modelReport({
  service,
  texts,
  prices = USUAL_PRICES,
}: ModelReportOptions): Promise<readonly string[]> {
  const tokens = { read: 0, written: 0 };
  const tookMs: number[] = [];
  const scored: Scored[] = [];
  const refused = new Map<string, number>();
  const quiet = (): void => undefined;
  const { ask } = createAskModel({
    call: createCallOpenAi(service),
    service,
    callsPerDay: Number.POSITIVE_INFINITY,
    // Nobody of ours is in what is measured.
    staff: () => Promise.resolve([]),
    transaction: async (work) => work(NOTHING_KEPT),
    notices: { set: () => Promise.resolve(), clear: () => Promise.resolve() },
    count: {
      asked(_, outcome, durationMs) {
        if (outcome === 'answered') tookMs.push(durationMs);
      },
      tokens({ read, written }) {
        tokens.read += read;
        tokens.written += written;
      },
    },
    clock: () => new Date(),
    log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
  });
  const read = createReadByModel({ ask, themes: BUILT_IN_THEMES.map(({ theme }) => theme) });
  const waiting = [...texts];
  const readOn = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const answer = await read({ text: next.text, people: [], kind: 'mention' });
      if ('refused' in answer) refused.set(answer.refused, (refused.get(answer.refused) ?? 0) + 1);
      else scored.push({ score: SCORES[answer.reading.sentiment], negative: next.negative });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, readOn));
  return [
    `${service.name}: ${scored.length} of ${texts.length} texts read${notRead(refused)}`,
    ...(scored.length === 0 ? [] : [figures(scored), speed(tookMs), costs(tokens, scored.length, prices)]),
  ];
}

const NOTHING_KEPT: ModelMemoryStore = {
  keptAnswer: () => Promise.resolve(undefined),
  keepAnswer: () => undefined,
  spendCall: () => Promise.resolve(true),
};

function notRead(refused: ReadonlyMap<string, number>): string {
  const told = [...refused].map(([why, count]) => `${count} ${why}`);
  return told.length === 0 ? '' : `; not read: ${told.join(', ')}`;
}

function figures(scored: readonly Scored[]): string {
  const { precision, recall } = precisionAndRecall(scored, THRESHOLD);
  return [
    `AUC ${rocAuc(scored).toFixed(3)}`,
    `macro-F1 ${macroF1(scored, THRESHOLD).toFixed(3)}`,
    `precision ${precision.toFixed(3)}`,
    `recall ${recall.toFixed(3)}`,
  ].join(', ');
}

function speed(tookMs: readonly number[]): string {
  const sorted = tookMs.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
  return `Latency ${at(0.5).toFixed(0)} ms at the median, ${at(0.95).toFixed(0)} ms at the 95th percentile`;
}

function costs(
  tokens: { readonly read: number; readonly written: number },
  texts: number,
  prices: { readonly read: number; readonly written: number },
): string {
  const each = (count: number): string => Math.round(count / texts).toLocaleString('en');
  const dollars = (tokens.read * prices.read + tokens.written * prices.written) / 1_000_000;
  const perThousand = ((dollars / texts) * 1_000).toFixed(2);
  return `US$${perThousand} a thousand texts, at ${prices.read} and ${prices.written} a million tokens; ${each(tokens.read)} read and ${each(tokens.written)} written a text`;
}
