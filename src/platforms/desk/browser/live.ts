/** Listens for changes while the page is seen, and fetches it anew: seldom enough that a storm cannot tire the browser. */
import { refreshPage } from './page.js';

const AT_MOST_EVERY_MS = 500;
/** A slow page is asked for less often: it rests this many times as long as it took. */
const REST_FACTOR = 3;
const LOST_AFTER_MS = 4_000;

export function listenLive(): void {
  let source: EventSource | undefined;
  let lost: ReturnType<typeof setTimeout> | undefined;
  let wanted = false;
  let resting = false;

  const refresh = async () => {
    if (resting) {
      wanted = true;
      return;
    }
    resting = true;
    wanted = false;
    const started = performance.now();
    await refreshPage().catch(() => undefined);
    const took = performance.now() - started;
    setTimeout(
      () => {
        resting = false;
        if (wanted) void refresh();
      },
      Math.max(AT_MOST_EVERY_MS, took * REST_FACTOR),
    );
  };

  const open = () => {
    if (source) return;
    source = new EventSource('/live');
    // Whatever was missed meanwhile is on the page as it stands now.
    source.addEventListener('open', () => {
      clearTimeout(lost);
      lost = undefined;
      showConnection(true);
      void refresh();
    });
    source.addEventListener('change', () => void refresh());
    source.addEventListener('error', () => {
      lost ??= setTimeout(() => showConnection(false), LOST_AFTER_MS);
      if (source?.readyState !== EventSource.CLOSED) return;
      close();
      // Refused rather than lost: the page itself shows why, where its reader is no longer known.
      void refresh();
      setTimeout(() => {
        if (!document.hidden) open();
      }, LOST_AFTER_MS);
    });
  };
  const close = () => {
    source?.close();
    source = undefined;
  };

  // A browser opens six connections to a host: pages nobody sees must not hold one each.
  document.addEventListener('visibilitychange', () => (document.hidden ? close() : open()));
  addEventListener('pagehide', close);
  addEventListener('pageshow', () => {
    if (!document.hidden) open();
  });
  if (!document.hidden) open();
}

function showConnection(good: boolean): void {
  const notice = document.getElementById('connection');
  if (notice) notice.hidden = good;
}
