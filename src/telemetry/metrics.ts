import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Outcomes of questions to the model that say nothing of how long it takes. */
const NEVER_ASKED: readonly string[] = ['kept', 'budget', 'resting', 'stopping'];

/** The figures of this process in Prometheus's text format; labels are names from the configuration, never customers. */
export function createMetrics(
  waiting: () => Promise<
    readonly { readonly platform: string; readonly waiting: number; readonly unconfirmed: number }[]
  >,
) {
  const registry = new Registry();
  const registers = [registry];
  const requests = new Counter({
    name: 'earshot_requests_total',
    help: 'Requests at the public door, by source or other door and answer.',
    labelNames: ['door', 'status'] as const,
    registers,
  });
  const answerSeconds = new Histogram({
    name: 'earshot_request_seconds',
    help: 'From the head of a request at the public door to its answer.',
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers,
  });
  const signals = new Counter({
    name: 'earshot_signals_triaged_total',
    help: 'Signals decided on.',
    registers,
  });
  const alerts = new Counter({
    name: 'earshot_alerts_touched_total',
    help: 'Alerts opened or joined.',
    registers,
  });
  const postings = new Counter({
    name: 'earshot_postings_total',
    help: 'Calls to platforms by what came of them.',
    labelNames: ['platform', 'outcome'] as const,
    registers,
  });
  const questions = new Counter({
    name: 'earshot_model_questions_total',
    help: 'Questions to the language model, by what for and what came of them.',
    labelNames: ['purpose', 'outcome'] as const,
    registers,
  });
  const questionSeconds = new Histogram({
    name: 'earshot_model_question_seconds',
    help: 'From a question to the language model to its answer, both tries together; without those that were kept or not asked.',
    buckets: [0.25, 0.5, 1, 2, 4, 8, 16, 32],
    registers,
  });
  const tokens = new Counter({
    name: 'earshot_model_tokens_total',
    help: 'Tokens that the language model read and wrote, as it counted them.',
    labelNames: ['direction'] as const,
    registers,
  });
  const texts = new Counter({
    name: 'earshot_model_texts_total',
    help: 'Texts of alerts that the language model read, raised an alert by, or left to the built-in reading.',
    labelNames: ['outcome'] as const,
    registers,
  });
  new Gauge({
    name: 'earshot_messages_waiting',
    help: 'Messages that a platform does not have yet.',
    labelNames: ['platform'] as const,
    registers,
    async collect() {
      this.reset();
      // Without the database nobody knows; every other figure is asked for all the more then.
      const rows = await waiting().catch(() => []);
      for (const row of rows) this.set({ platform: row.platform }, row.waiting);
    },
  });
  new Gauge({
    name: 'process_resident_memory_bytes',
    help: 'Resident memory of this process.',
    registers,
    collect() {
      this.set(process.memoryUsage.rss());
    },
  });
  return {
    text: () => registry.metrics(),
    answered(door: string, status: number, durationMs: number): void {
      requests.inc({ door, status: String(status) });
      answerSeconds.observe(durationMs / 1000);
    },
    triaged(signalCount: number, alertCount: number): void {
      signals.inc(signalCount);
      alerts.inc(alertCount);
    },
    modelAsked(purpose: string, outcome: string, durationMs: number): void {
      questions.inc({ purpose, outcome });
      if (!NEVER_ASKED.includes(outcome)) questionSeconds.observe(durationMs / 1000);
    },
    modelTokens(counted: { readonly read: number; readonly written: number }): void {
      tokens.inc({ direction: 'read' }, counted.read);
      tokens.inc({ direction: 'written' }, counted.written);
    },
    modelText(outcome: string): void {
      texts.inc({ outcome });
    },
    posting(outcome: string, platform: string): void {
      postings.inc({ platform, outcome });
    },
  };
}
