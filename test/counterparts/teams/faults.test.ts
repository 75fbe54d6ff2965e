import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTeamsCounterpart, type TeamsCounterpart } from './teams-counterpart.js';
import { EMEA, LEADS_CHAT, SUPPORT } from './tenant.js';
import { codeIn, createTinyClient, said, type TinyClient } from './tiny-client.js';

let teams: TeamsCounterpart;
let client: TinyClient;

beforeEach(async () => {
  teams = await startTeamsCounterpart({ seed: 1 });
  client = await createTinyClient(teams);
});
afterEach(() => teams.close());

const post = (timeoutMs?: number) => client.send(LEADS_CHAT, said('hello'), timeoutMs);
const texts = () => teams.messages({ conversation: LEADS_CHAT }).map((each) => each.text);

describe('on demand, a call', () => {
  it('is told to come back later, with and without when', async () => {
    teams.fault({ kind: 'rate_limited', retryAfterSec: 7 });
    teams.fault({ kind: 'rate_limited' });
    const [first, second] = [await post(), await post()];
    expect([first.status, codeIn(first), first.headers.get('retry-after')]).toEqual([429, 'Throttled', '7']);
    expect([second.status, second.headers.get('retry-after')]).toEqual([429, null]);
    expect(texts()).toEqual([]);
  });

  it.each([
    [412, 'PreconditionFailed'],
    [500, 'ServiceError'],
    [502, 'ServiceError'],
    [503, 'ServiceError'],
    [504, 'ServiceError'],
  ])('is answered %i, which may have done it all the same', async (status, code) => {
    teams.fault({ kind: 'http_status', status });
    teams.fault({ kind: 'http_status', status, stored: true });
    const answer = await post();
    expect([answer.status, codeIn(answer), texts()]).toEqual([status, code, []]);
    expect((await post()).status).toBe(status);
    expect(texts()).toEqual(['hello']);
  });

  it('is cut off before or after it was done, and the record tells which', async () => {
    teams.fault({ kind: 'reset', stored: false });
    teams.fault({ kind: 'reset', stored: true });
    await expect(post()).rejects.toThrow('fetch failed');
    expect(texts()).toEqual([]);
    await expect(post()).rejects.toThrow('fetch failed');
    expect(texts()).toEqual(['hello']);
    expect(teams.calls({ operation: 'send' }).map((call) => call.outcome)).toEqual([
      { kind: 'reset', stored: false },
      { kind: 'reset', stored: true },
    ]);
  });

  it('is never answered, whether or not it was done', async () => {
    teams.fault({ kind: 'hang', stored: false });
    teams.fault({ kind: 'hang', stored: true });
    await expect(post(300)).rejects.toThrow('timeout');
    expect(texts()).toEqual([]);
    await expect(post(300)).rejects.toThrow('timeout');
    expect(texts()).toEqual(['hello']);
  });

  it('is done at once and answered late', async () => {
    teams.fault({ kind: 'slow', ms: 400 });
    const answering = post();
    await teams.waitForPosts({ count: 1 });
    expect(teams.calls({ operation: 'send' })).toEqual([]);
    expect((await answering).status).toBe(201);
  });

  it.each(['hang', 'reset'] as const)('is done long after the client has given up (%s)', async (seen) => {
    teams.fault({ kind: 'late', ms: 60_000, client: seen });
    await expect(post(300)).rejects.toThrow();
    expect(texts()).toEqual([]);
    teams.landNow();
    expect(texts()).toEqual(['hello']);
  });

  it('is taken without saying the id', async () => {
    teams.fault({ kind: 'no_id' });
    expect(await post()).toMatchObject({ status: 202, body: undefined });
    expect(texts()).toEqual(['hello']);
  });

  it('is refused with any error of Teams', async () => {
    teams.fault({ operation: 'update', kind: 'error', status: 404, code: 'ActivityNotFoundInConversation' });
    const { body } = await post();
    const edit = () => client.update(LEADS_CHAT, String(body?.['id']), said('edited'));
    expect(codeIn(await edit())).toBe('ActivityNotFoundInConversation');
    expect((await edit()).status).toBe(200);
    expect(texts()).toEqual(['edited']);
  });
});

describe('a fault', () => {
  it('befalls one operation, one conversation, a number of calls, or a share of them', async () => {
    teams.fault({ kind: 'rate_limited', conversation: EMEA, times: 2, skip: 1 });
    const statuses: number[] = [];
    for (let index = 0; index < 4; index += 1)
      statuses.push((await client.createThread(said('x'), EMEA)).status);
    expect((await client.createThread(said('x'), SUPPORT)).status).toBe(201);
    expect(statuses).toEqual([201, 429, 429, 201]);
    expect(teams.faults()).toMatchObject([{ befell: 2, left: 0 }]);

    teams.clearFaults();
    teams.fault({ kind: 'http_status', status: 503, share: 0.5, times: 'always' });
    const shared: number[] = [];
    for (let index = 0; index < 20; index += 1) shared.push((await post()).status);
    expect(new Set(shared)).toEqual(new Set([201, 503]));
  });

  it('spares keys and tokens unless they are named', async () => {
    teams.fault({ kind: 'http_status', status: 500 });
    expect((await fetch(teams.openIdUrl)).status).toBe(200);
    teams.fault({ operation: 'openid', kind: 'http_status', status: 500 });
    expect((await fetch(teams.openIdUrl)).status).toBe(500);
  });
});

it('can be out of reach, and come back at the same address', async () => {
  await teams.setReachable({ reachable: false });
  await expect(post()).rejects.toThrow('fetch failed');
  await teams.setReachable({ reachable: true });
  expect((await post()).status).toBe(201);
});
