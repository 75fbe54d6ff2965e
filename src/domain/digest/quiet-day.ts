import type { Digest } from './digest.js';

/** Nothing happened since the digest before, nothing needs anybody, and nothing falls due. */
export function isQuiet({ news, standing, thanks }: Digest): boolean {
  const happened = [news.heard, news.alerts, news.resolved.n, news.dismissed, news.promises.broken];
  const waiting = [standing.stuck.length, standing.dueCount];
  return (
    [...happened, ...waiting].every((count) => count === 0) &&
    thanks.praise.length === 0 &&
    thanks.recovered.length === 0
  );
}
