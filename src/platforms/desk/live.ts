/** Tells open pages that something changed (server-sent events); the page then fetches itself anew. */
import type { Log } from '../../use-cases/log.js';

/** A burst of changes is told once; also the time in which the commit that a change belongs to comes true. */
const GATHER_MS = 250;
const HEARTBEAT_MS = 20_000;
const LISTENERS_MAX = 60;
/** How long a browser waits before it comes back. */
const RETRY_MS = 2_000;
/** Unread events after which a page counts as gone. */
const BACKLOG_MAX = 16;

export interface Live {
  publish(): void;
  /** A stream of events for one page; undefined where too many pages listen. */
  open(): Response | undefined;
  listeners(): number;
  close(): void;
}

type Listener = ReadableStreamDefaultController<Uint8Array>;

export function createLive({ log }: { readonly log: Log }): Live {
  const encoder = new TextEncoder();
  const listeners = new Set<Listener>();
  let gathering: NodeJS.Timeout | undefined;
  let told = 0;

  const say = (text: string) => {
    const bytes = encoder.encode(text);
    for (const listener of listeners) {
      if ((listener.desiredSize ?? 0) < -BACKLOG_MAX) drop(listener);
      else listener.enqueue(bytes);
    }
  };
  const drop = (listener: Listener) => {
    listeners.delete(listener);
    listener.close();
  };
  const heartbeat = setInterval(() => say(': still here\n\n'), HEARTBEAT_MS).unref();

  return {
    publish() {
      gathering ??= setTimeout(() => {
        gathering = undefined;
        told += 1;
        say(`event: change\nid: ${told}\ndata: ${told}\n\n`);
      }, GATHER_MS).unref();
    },
    open() {
      if (listeners.size >= LISTENERS_MAX) {
        log.warn({ listeners: listeners.size }, 'too many open desk pages; this one gets no live updates');
        return undefined;
      }
      let own: Listener | undefined;
      const stream = new ReadableStream<Uint8Array>({
        start(listener) {
          own = listener;
          listeners.add(listener);
          listener.enqueue(encoder.encode(`retry: ${RETRY_MS}\n: listening\n\n`));
        },
        cancel() {
          if (own) listeners.delete(own);
        },
      });
      return new Response(stream, { headers: { 'content-type': 'text/event-stream; charset=utf-8' } });
    },
    listeners: () => listeners.size,
    close() {
      clearInterval(heartbeat);
      clearTimeout(gathering);
      for (const listener of listeners) drop(listener);
    },
  };
}
