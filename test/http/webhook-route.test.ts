import { describe, expect, it } from 'vitest';
import { DatabaseAway } from '../../src/use-cases/failures.js';
import { NOW, openDoor, post, signatureOf } from './door.js';

const errorOf = (body: unknown) =>
  (body as { error: { code: string; message: string; faults: unknown[] } }).error;

describe('a webhook that is as it should be', () => {
  it('is answered 202 with what became of it, once it is accepted', async () => {
    const { port, deliveries } = await openDoor();
    const body = Buffer.from('{"kind":"report","text":"Help"}');
    const answer = await post(port, { body });
    expect([answer.status, answer.body]).toEqual([202, { id: 'r-0', outcome: 'accepted' }]);
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(deliveries).toEqual([
      {
        source: 'surveys',
        deliveryId: 'msg_1',
        receivedAt: NOW,
        contentType: 'application/json',
        body,
        bodyUntil: new Date('2026-12-20T10:45:00Z'),
        elements: [{ kind: 'signal', signal: { kind: 'report', occurredAt: NOW, tags: [], text: 'Help' } }],
      },
    ]);
  });

  it('is kept byte for byte, whatever its JSON becomes', async () => {
    const { port, deliveries } = await openDoor();
    const body = Buffer.from('\ufeff{"kind":"report" ,"text":"a\\u0000b","n":39313930383633353634323835}');
    await post(port, { body });
    expect(Buffer.from(deliveries[0]?.body ?? []).equals(body)).toBe(true);
  });

  it('may be a list, and every element has its own result', async () => {
    const { port } = await openDoor();
    const answer = await post(port, { body: [{ kind: 'report', text: 'a' }, { kind: 'report' }] });
    expect([answer.status, answer.body]).toEqual([
      202,
      [
        { id: 'r-0', outcome: 'accepted' },
        { outcome: 'refused', faults: [{ path: '[1]', message: 'needs a score, a text, or both' }] },
      ],
    ]);
  });

  it('may be a list of 500, and not of 501', async () => {
    const { port } = await openDoor();
    const list = (length: number) => ({
      body: Array.from({ length }, () => ({ kind: 'report', text: 'a' })),
    });
    expect((await post(port, list(500))).body).toHaveLength(500);
    const refused = await post(port, list(501));
    expect([refused.status, errorOf(refused.body).faults]).toEqual([
      400,
      [{ path: '', message: 'the body is a list of 501: send at most 500 at once' }],
    ]);
  });

  it('may have parameters and capitals in its content type', async () => {
    const { port } = await openDoor();
    expect(
      (await post(port, { headers: { 'content-type': 'Application/JSON; charset=UTF-8' } })).status,
    ).toBe(202);
  });
});

describe('a webhook that is not', () => {
  it('gets every fault at once', async () => {
    const { port, deliveries } = await openDoor();
    const { status, body } = await post(port, {
      body: { kind: 'survey', metric: 'csat', score: 9, tags: 'a' },
    });
    expect(status).toBe(400);
    expect(body).toEqual({
      error: {
        code: 'bad_request',
        message: 'the webhook cannot be read',
        faults: [
          { path: 'tags', message: 'must be a list of texts, not text' },
          { path: 'score', message: 'must be from 1 to 5, the scale of this csat' },
        ],
      },
    });
    expect(deliveries).toEqual([]);
  });

  it('is not told what was wrong with its signature, nor whether there was one', async () => {
    const { port, deliveries, logged } = await openDoor();
    const bytes = '{"kind":"report","text":"Help"}';
    const calls = [
      { body: bytes, headers: { 'webhook-signature': '' } },
      { body: bytes, headers: { 'webhook-signature': 'v1,AAAA' } },
      { body: bytes, headers: signatureOf(`${bytes} `) },
      { body: bytes, headers: signatureOf(bytes, 'msg_1', new Date(NOW.getTime() - 301_000)) },
      { body: bytes, headers: signatureOf(bytes, 'msg_1', new Date(NOW.getTime() + 301_000)) },
      { body: 'not even JSON', headers: { 'webhook-id': 'msg_2' } },
    ];
    const answers = await Promise.all(calls.map((call) => post(port, call)));
    for (const { status, body } of answers) expect([status, body]).toEqual([401, answers[0]?.body]);
    expect(deliveries).toEqual([]);
    expect(logged).toHaveLength(1);
    expect((await post(port, { body: bytes })).status).toBe(202);
  });

  it('is 404 for a name that is none, whatever it carries', async () => {
    const { port } = await openDoor();
    for (const path of [
      '/hooks/nobody',
      '/hooks/',
      '/hooks/surveys/',
      '/hooks/constructor',
      '/hooks/__proto__',
    ]) {
      const { status, body } = await post(port, { path });
      expect([path, status, errorOf(body).code]).toEqual([path, 404, 'not_found']);
    }
  });

  it('is 405 with another method, and told which', async () => {
    const { port } = await openDoor();
    for (const method of ['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
      const { status, headers } = await post(port, { method });
      expect([method, status, headers.get('allow')]).toEqual([method, 405, 'POST']);
    }
  });

  it('is 415 in another content type or packed, and told what would do', async () => {
    const { port } = await openDoor();
    const form = await post(port, { headers: { 'content-type': 'application/x-www-form-urlencoded' } });
    expect([form.status, errorOf(form.body).message]).toEqual([
      415,
      'send it with content-type application/json',
    ]);
    expect((await post(port, { headers: { 'content-encoding': 'gzip' } })).status).toBe(415);
  });

  it('is 413 beyond 1 MiB and not a byte before', async () => {
    const { port, deliveries } = await openDoor();
    const bodyOf = (bytes: number) => '{"kind":"report","text":"a"}'.padEnd(bytes);
    expect((await post(port, { body: bodyOf(1_048_576) })).status).toBe(202);
    const { status, body } = await post(port, { body: bodyOf(1_048_577) });
    expect([status, errorOf(body).code]).toEqual([413, 'too_large']);
    expect(deliveries).toHaveLength(1);
  });

  it('is 429 with a time to come back, once its source has used up its burst; a stranger cannot use it up', async () => {
    let nowMs = NOW.getTime();
    const { port } = await openDoor({ limits: { perSecond: 0.5, burst: 2 }, clock: () => new Date(nowMs) });
    const forged = { headers: { 'webhook-signature': 'v1,AAAA' } };
    for (let i = 0; i < 5; i += 1) expect((await post(port, forged)).status).toBe(401);
    expect([(await post(port)).status, (await post(port)).status]).toEqual([202, 202]);
    const refused = await post(port);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '2']);
    nowMs += 2_000;
    expect((await post(port)).status).toBe(202);
  });
});

describe('when it cannot be stored', () => {
  it('is 503 with a time to come back while the database is away', async () => {
    const { port } = await openDoor({ accept: () => Promise.reject(new DatabaseAway('connection refused')) });
    const { status, headers, body } = await post(port);
    expect([status, headers.get('retry-after'), errorOf(body).code]).toEqual([503, '5', 'unavailable']);
    expect(JSON.stringify(body)).not.toContain('refused');
  });

  it('is 500 and logged where we are at fault, and the sender learns nothing of it', async () => {
    const { port, logged } = await openDoor({ accept: () => Promise.reject(new Error('secret detail')) });
    const { status, body } = await post(port);
    expect([status, errorOf(body).code]).toEqual([500, 'internal']);
    expect(JSON.stringify(body)).not.toContain('secret');
    expect(logged).toHaveLength(1);
  });

  it('is not answered before accept has returned', async () => {
    let commit: (() => void) | undefined;
    const { port } = await openDoor({
      accept: () => new Promise((resolve) => (commit = () => resolve([{ id: 'r', outcome: 'accepted' }]))),
    });
    let answered = false;
    const answer = post(port).finally(() => (answered = true));
    await expect.poll(() => commit !== undefined).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(answered).toBe(false);
    commit?.();
    expect((await answer).status).toBe(202);
  });
});
