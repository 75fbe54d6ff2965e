const WARM_UP_ROUNDS = 20;
const MEASURED_MS = 1_000;

/** How many of `texts` a second `read` reads, once it is warm. */
export function textsPerSecond(read: (text: string) => unknown, texts: readonly string[]): number {
  for (let round = 0; round < WARM_UP_ROUNDS; round++) texts.forEach((text) => read(text));
  const startedAt = performance.now();
  let done = 0;
  while (performance.now() - startedAt < MEASURED_MS) {
    texts.forEach((text) => read(text));
    done += texts.length;
  }
  return (done * 1000) / (performance.now() - startedAt);
}
