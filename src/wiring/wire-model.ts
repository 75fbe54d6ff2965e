/** The language model, where a key is configured. Without one nothing here runs and nothing is asked. */
import type { Settings } from '../config/settings.js';
import { createCallOpenAi } from '../reading/openai/call-openai.js';
import { type AskModelDeps, createAskModel } from '../reading/openai/create-ask-model.js';
import { createReadByModel } from '../reading/read-by-model.js';
import type { Database } from '../storage/database.js';
import type { createMetrics } from '../telemetry/metrics.js';
import type { AskModel } from '../use-cases/ask-model.js';
import { createStaffNames } from '../use-cases/staff-names.js';
import type { ReadByModel } from '../use-cases/read-by-model.js';

interface ModelDeps extends Pick<AskModelDeps, 'notices' | 'clock' | 'log'> {
  readonly transaction: Database['transaction'];
  readonly settings: Pick<Settings, 'model' | 'policy'>;
  readonly metrics: ReturnType<typeof createMetrics>;
}

export interface WiredModel {
  readonly ask: AskModel;
  readonly read: ReadByModel;
  /** Ends what is under way; what it was asked about is given back. */
  readonly stop: () => void;
}

export function wireModel({
  settings: { model, policy },
  metrics,
  ...deps
}: ModelDeps): WiredModel | undefined {
  if (!model) return undefined;
  const { name, baseUrl, callsPerDay } = model;
  const { ask, stop } = createAskModel({
    ...deps,
    call: createCallOpenAi(model),
    service: { name, baseUrl },
    callsPerDay,
    staff: createStaffNames(deps),
    count: {
      asked: (purpose, outcome, durationMs) => metrics.modelAsked(purpose, outcome, durationMs),
      tokens: (counted) => metrics.modelTokens(counted),
    },
  });
  deps.log.info(
    { model: name, service: new URL(baseUrl).host, callsPerDay },
    'a language model reads what becomes an alert; personal data is taken out of what it is sent',
  );
  const themes = (policy.reading?.themes ?? []).map(({ theme }) => theme);
  return { ask, read: createReadByModel({ ask, themes }), stop };
}
