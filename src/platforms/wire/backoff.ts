export interface Backoff {
  readonly firstMs: number;
  readonly mostMs: number;
}

/** How long to wait after the `failures`th failure in a row: doubling, with a fifth of it left to chance so that replicas part. */
export function backoffMs({ firstMs, mostMs }: Backoff, failures: number, random: () => number): number {
  const whole = Math.min(mostMs, firstMs * 2 ** Math.min(failures - 1, 20));
  return Math.round(whole * (0.8 + 0.2 * random()));
}
