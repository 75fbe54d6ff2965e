/** Every sender that signs a time leaves the window to the receiver; five minutes is what Standard Webhooks, Slack and Stripe use. */
const TOLERANCE_MS = 5 * 60_000;

/** Whether a signed time is near enough to now: neither a replay from the past nor one prepared for the future. */
export function isTimely(signedAtMs: number, now: Date): boolean {
  return Math.abs(now.getTime() - signedAtMs) <= TOLERANCE_MS;
}
