/** What all processes know together of the language model: how often it was asked today, and what it has said of the same before. */
export interface ModelMemoryStore {
  /** What was answered under this key, as JSON; undefined where nothing is kept. */
  keptAnswer(key: Uint8Array): Promise<unknown>;
  /** Of two that keep the same at once, one is kept. */
  keepAnswer(key: Uint8Array, answer: unknown, at: Date): void;
  /** Counts one more call on `day` (2026-11-20, in UTC); false, and nothing is counted, where there were `most` already. */
  spendCall(day: string, most: number): Promise<boolean>;
}
