import { expect } from 'vitest';
import type { Product } from './product.js';

/** Nothing that people wrote is in the log, and each line of it is one that the program wrote. `written`: what is in every text. */
export function expectSilentLog(product: Product, written: RegExp): void {
  const lines = product.log();
  expect(lines.length).toBeGreaterThan(0);
  for (const line of lines) {
    expect(line).toMatchObject({ level: expect.any(Number) as number, time: expect.any(String) as string });
    expect(JSON.stringify(line)).not.toMatch(written);
    expect(JSON.stringify(line)).not.toMatch(/\\u00[01]|\\u009b|evil\.example|forged|was dropped/u);
  }
}
