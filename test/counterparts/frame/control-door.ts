import type { IncomingMessage, ServerResponse } from 'node:http';
import { startListener } from './listener.js';

const PREFIX = '/_control/';

/** A counterpart that other processes give commands, by the names of its functions. */
export interface Commanded {
  /** Of which platform: `Slack`. */
  readonly platform: string;
  readonly counterpart: object;
}

interface ControlDoor {
  readonly controlUrl: string;
  readonly close: () => Promise<void>;
}

/** Lets another process give the counterpart's commands: POST /_control/<command> with its object as JSON. */
export async function startControlDoor(commanded: Commanded): Promise<ControlDoor> {
  const listener = await startListener({
    port: 0,
    onRequest: (request, response) => void answer(commanded, request, response),
  });
  return { controlUrl: `http://127.0.0.1:${listener.port()}${PREFIX}`, close: listener.goAway };
}

async function answer(
  commanded: Commanded,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    const given = await readJson(request);
    const result = await commandOf(commanded, request.url ?? '')(given);
    send(response, 200, { result: result ?? null });
  } catch (error) {
    send(response, 400, { error: error instanceof Error ? error.message : String(error) });
  }
}

function commandOf({ platform, counterpart }: Commanded, path: string): (given: unknown) => unknown {
  const name = path.slice(PREFIX.length);
  const command = new Map<string, unknown>(Object.entries(counterpart)).get(name);
  if (!path.startsWith(PREFIX) || name === 'close' || typeof command !== 'function') {
    throw new Error(`The counterpart of ${platform} has no command ${name}`);
  }
  return command as (given: unknown) => unknown;
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  return text === '' ? undefined : JSON.parse(text);
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
