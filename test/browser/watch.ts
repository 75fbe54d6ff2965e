/** What a browser says against the pages it shows, and where else they lead it. */
import type { BrowserContext } from 'playwright-core';

export interface Watched {
  /** Addresses asked for that are not this machine's. */
  readonly outside: readonly string[];
  /** Errors and warnings of the console, broken content policies among them, and what scripts threw. */
  readonly complaints: readonly string[];
}

/** Begins with the context's next request. */
export function watch(context: BrowserContext): Watched {
  const outside: string[] = [];
  const complaints: string[] = [];
  context.on('request', (request) => {
    if (new URL(request.url()).hostname !== '127.0.0.1') outside.push(request.url());
  });
  context.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  context.on('weberror', (error) => complaints.push(error.error().message));
  return { outside, complaints };
}
