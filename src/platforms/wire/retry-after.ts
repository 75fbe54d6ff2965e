/** A longer one is taken for a mistake. */
const LONGEST_MS = 15 * 60_000;

/** What a Retry-After header in seconds says; nothing where it says nothing that makes sense. */
export function retryAfter(header: string | string[] | undefined): { readonly retryAfterMs?: number } {
  const seconds = typeof header !== 'string' || header.trim() === '' ? Number.NaN : Number(header);
  if (!Number.isFinite(seconds) || seconds < 0) return {};
  return { retryAfterMs: Math.min(Math.ceil(seconds * 1000), LONGEST_MS) };
}
