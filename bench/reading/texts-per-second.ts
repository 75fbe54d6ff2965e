const WARM_UP_ROUNDS = 20;
const MEASURED_MS = 1_000;

export interface Speed {
  /** On the clock, which runs on while others have the processor. */
  readonly perSecond: number;
  /** Of processor time. */
  readonly perProcessorSecond: number;
}

/** How many of `texts`, or of whatever is read, a second `read` reads, once it is warm. */
export function textsPerSecond<Text>(read: (text: Text) => unknown, texts: readonly Text[]): Speed {
  for (let round = 0; round < WARM_UP_ROUNDS; round++) texts.forEach((text) => read(text));
  const startedAt = performance.now();
  const before = process.cpuUsage();
  let done = 0;
  while (performance.now() - startedAt < MEASURED_MS) {
    texts.forEach((text) => read(text));
    done += texts.length;
  }
  const { user, system } = process.cpuUsage(before);
  return {
    perSecond: (done * 1000) / (performance.now() - startedAt),
    perProcessorSecond: (done * 1_000_000) / (user + system),
  };
}
