import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createExchanger, type Exchanger } from '../../../src/platforms/wire/exchange.js';
import { pages } from '../../../src/platforms/slack/call/pages.js';
import {
  createSlackCall,
  type SlackAnswer,
  type SlackCall,
} from '../../../src/platforms/slack/call/slack-call.js';
import { CONNECTIONS } from '../../../src/platforms/slack/limits.js';
import { createIsSlackUrl } from '../../../src/platforms/slack/receive/slack-urls.js';

const TOKEN = 'xoxb-secret-of-the-test';

let exchanger: Exchanger;
let server: Server | undefined;

beforeEach(() => {
  exchanger = createExchanger(CONNECTIONS);
});

afterEach(() => {
  exchanger.close();
  server?.closeAllConnections();
  server?.close();
  server = undefined;
});

async function listen(handle: RequestListener): Promise<URL> {
  server = createServer(handle);
  await new Promise<void>((resolve) => server!.listen(0, '127.0.0.1', resolve));
  return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`);
}

function callTo(apiUrl: URL, heard: SlackAnswer[] = []): SlackCall {
  return createSlackCall({ exchanger, apiUrl, token: TOKEN, heard: (answer) => void heard.push(answer) });
}

const reply =
  (status: number, body: string, headers: Record<string, string> = {}): RequestListener =>
  (request, response) => {
    request.resume().on('end', () => response.writeHead(status, headers).end(body));
  };

describe('a call of the Web API', () => {
  it('sends JSON to what writes and a form to what reads, with the token in a header only', async () => {
    const seen: string[] = [];
    const call = callTo(
      await listen((request, response) => {
        const chunks: Buffer[] = [];
        request.on('data', (chunk: Buffer) => chunks.push(chunk));
        request.on('end', () => {
          const { authorization, 'content-type': type } = request.headers;
          seen.push(
            `${request.method} ${request.url} ${type} ${authorization} ${Buffer.concat(chunks).toString()}`,
          );
          response.end('{"ok":true}');
        });
      }),
    );
    await call('chat.postMessage', { channel: 'C1', text: 'Grüße', thread_ts: undefined });
    await call('conversations.history', { channel: 'C1', limit: 5, inclusive: true, cursor: undefined });
    expect(seen).toEqual([
      `POST /api/chat.postMessage application/json; charset=utf-8 Bearer ${TOKEN} {"channel":"C1","text":"Grüße"}`,
      `POST /api/conversations.history application/x-www-form-urlencoded Bearer ${TOKEN} channel=C1&limit=5&inclusive=true`,
    ]);
  });

  it('tells apart what Slack answers', async () => {
    const heard: SlackAnswer[] = [];
    const answers: readonly [RequestListener, SlackAnswer][] = [
      [
        reply(200, '{"ok":true,"ts":"1.2"}', { 'x-oauth-scopes': 'chat:write,commands' }),
        { kind: 'ok', body: { ok: true, ts: '1.2' }, scopes: ['chat:write', 'commands'] },
      ],
      [
        reply(
          200,
          '{"ok":false,"error":"invalid_blocks","response_metadata":{"messages":["[ERROR] too long"]}}',
        ),
        { kind: 'error', code: 'invalid_blocks', detail: '[ERROR] too long' },
      ],
      [
        reply(200, '{"ok":false,"error":"missing_scope","needed":"chat:write"}'),
        { kind: 'error', code: 'missing_scope', needs: 'chat:write' },
      ],
      [reply(200, '{"ok":false}'), { kind: 'error', code: 'no_error_code' }],
      [reply(429, '', { 'retry-after': '3' }), { kind: 'http', status: 429, retryAfterMs: 3_000 }],
      [reply(429, '', { 'retry-after': '999999' }), { kind: 'http', status: 429, retryAfterMs: 900_000 }],
      [reply(429, '', { 'retry-after': 'soon' }), { kind: 'http', status: 429 }],
      [reply(429, '', { 'retry-after': '-1' }), { kind: 'http', status: 429 }],
      [reply(429, ''), { kind: 'http', status: 429 }],
      [reply(503, '<html>'), { kind: 'http', status: 503 }],
      [reply(302, '', { location: 'https://evil.example' }), { kind: 'http', status: 302 }],
      [reply(200, '<html>'), { kind: 'unknown', why: 'the answer is no JSON object' }],
      [reply(200, 'null'), { kind: 'unknown', why: 'the answer is no JSON object' }],
      [reply(200, '[]'), { kind: 'unknown', why: 'the answer is no JSON object' }],
    ];
    for (const [handle, answer] of answers) {
      const apiUrl = await listen(handle);
      expect(await callTo(apiUrl, heard)('chat.postMessage', {})).toEqual(answer);
      server?.closeAllConnections();
      server?.close();
    }
    expect(heard).toHaveLength(answers.length);
  });

  it('to where nobody listens, or to a name that is none, was surely not sent', async () => {
    const apiUrl = await listen(reply(200, '{}'));
    server?.close();
    server?.closeAllConnections();
    expect(await callTo(apiUrl)('chat.postMessage', {})).toEqual({ kind: 'not_sent', why: 'ECONNREFUSED' });
    const nowhere = await callTo(new URL('http://nowhere.invalid/api/'))('chat.postMessage', {});
    expect(nowhere.kind).toBe('not_sent');
  });

  it('that is never answered, cut off, or answered in part is of unknown outcome, after one try', async () => {
    let requests = 0;
    const count =
      (handle: RequestListener): RequestListener =>
      (request, response) => {
        requests += 1;
        handle(request, response);
      };
    const hung = callTo(await listen(count((request) => void request.resume())));
    expect(await hung('chat.postMessage', {}, 100)).toEqual({
      kind: 'unknown',
      why: 'no answer within 100 ms',
    });
    server?.closeAllConnections();
    const reset = callTo(await listen(count((request) => void request.socket.resetAndDestroy())));
    expect(await reset('chat.postMessage', {})).toEqual({ kind: 'unknown', why: 'ECONNRESET' });
    const partial = callTo(
      await listen(
        count((request, response) => {
          response.writeHead(200, { 'content-length': '100' }).write('{"ok":');
          setTimeout(() => request.socket.destroy(), 20);
        }),
      ),
    );
    expect((await partial('chat.postMessage', {})).kind).toBe('unknown');
    expect(requests).toBe(3);
  });

  it('names no secret and nothing of what was sent in what went wrong', async () => {
    const apiUrl = await listen((request) => void request.socket.resetAndDestroy());
    const heard: SlackAnswer[] = [];
    await callTo(apiUrl, heard)('chat.postMessage', { text: 'private words' });
    server?.close();
    await callTo(apiUrl, heard)('chat.postMessage', { text: 'private words' });
    expect(heard).toHaveLength(2);
    expect(JSON.stringify(heard)).not.toMatch(/secret|private/u);
  });

  it('keeps its connections for the next', async () => {
    const ports = new Set<number | undefined>();
    const call = callTo(
      await listen((request, response) => {
        ports.add(request.socket.remotePort);
        request.resume().on('end', () => response.end('{"ok":true}'));
      }),
    );
    for (let index = 0; index < 10; index += 1) await call('chat.postMessage', {});
    // The next call comes before the connection of the one before is free again; from then on the two take turns.
    expect(ports.size).toBeLessThanOrEqual(2);
  });
});

describe('a list in pages', () => {
  it('goes on after a refusal that passes, and ends with one that does not', async () => {
    const answers: SlackAnswer[] = [
      { kind: 'ok', body: { response_metadata: { next_cursor: 'two' } } },
      { kind: 'http', status: 429, retryAfterMs: 30 },
      { kind: 'ok', body: { response_metadata: { next_cursor: 'three' } } },
      { kind: 'not_sent', why: 'ECONNREFUSED' },
      { kind: 'error', code: 'missing_scope' },
    ];
    const cursors: unknown[] = [];
    const waits: number[] = [];
    const call: SlackCall = (_, args) => {
      cursors.push(args['cursor']);
      return Promise.resolve(answers.shift()!);
    };
    const sleep = (ms: number) => Promise.resolve(void waits.push(ms));
    const kinds: string[] = [];
    for await (const page of pages({ call, method: 'users.list', args: {}, pauseMs: 1, sleep }))
      kinds.push(page.kind);
    expect(kinds).toEqual(['ok', 'ok', 'error']);
    expect(cursors).toEqual([undefined, 'two', 'two', 'three', 'three']);
    expect(waits).toEqual([30, 2_000]);
  });

  it('is paced after the first pages', async () => {
    let pauses = 0;
    let left = 12;
    const call: SlackCall = () => {
      left -= 1;
      const next_cursor = left > 0 ? 'more' : '';
      return Promise.resolve({ kind: 'ok', body: { response_metadata: { next_cursor } } });
    };
    const sleep = (ms: number) => {
      if (ms === 3_000) pauses += 1;
      return Promise.resolve();
    };
    for await (const page of pages({ call, method: 'users.list', args: {}, pauseMs: 3_000, sleep })) {
      expect(page.kind).toBe('ok');
    }
    expect(pauses).toBe(2);
  });
});

describe('an address for private answers', () => {
  const isSlackUrl = createIsSlackUrl(new URL('http://127.0.0.1:4000/api/'));

  it.each([
    'https://hooks.slack.com/actions/T1/2/x',
    'https://hooks.slack-gov.com/x',
    'http://127.0.0.1:4000/x',
  ])('may be %s', (url) => expect(isSlackUrl(new URL(url))).toBe(true));

  it.each([
    'http://hooks.slack.com/x',
    'https://slack.com.evil.example/x',
    'https://evilslack.com/x',
    'https://hooks.slack.com@evil.example/x',
    'http://127.0.0.1:4001/x',
    'http://169.254.169.254/latest',
    'file:///etc/passwd',
  ])('may not be %s', (url) => expect(isSlackUrl(new URL(url))).toBe(false));
});
