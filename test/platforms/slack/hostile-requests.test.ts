/** Long because the kinds of hostile requests stand together. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RawRequest } from '../../../src/inbound/raw-request.js';
import { signatureHeaders } from '../../counterparts/slack/inbound/signature.js';
import { SIGNING_SECRET } from '../../counterparts/slack/workspace.js';
import { INJECTIONS } from '../../cards/injections.js';
import { KIM, type Rig, startRig, SUPPORT } from './rig.js';

let rig: Rig;
const unhandled: unknown[] = [];
const note = (error: unknown) => void unhandled.push(error);

beforeAll(async () => {
  process.on('unhandledRejection', note);
  rig = await startRig();
  await rig.ready();
});

afterAll(async () => {
  await rig.close();
  process.off('unhandledRejection', note);
  expect(unhandled).toEqual([]);
});

interface Sending {
  readonly type?: string;
  readonly secret?: string;
  readonly offsetSec?: number;
  readonly method?: string;
  readonly target?: string;
}

function request(body: string | Buffer, sending: Sending = {}): RawRequest {
  const { type = 'application/json', secret = SIGNING_SECRET, offsetSec = 0 } = sending;
  const timestampSec = Math.floor(Date.now() / 1000) + offsetSec;
  const bytes = Buffer.isBuffer(body) ? body : Buffer.from(body);
  return {
    method: sending.method ?? 'POST',
    target: sending.target ?? '/slack/events',
    headers: {
      'content-type': type,
      ...signatureHeaders({ secret, timestampSec, body: bytes.toString('utf8') }),
    },
    body: bytes,
  };
}

async function answer(body: string | Buffer, sending?: Sending) {
  const began = performance.now();
  const { status, body: said } = await rig.slack.handle!(request(body, sending));
  return { status, said, ms: performance.now() - began };
}

const FORM = 'application/x-www-form-urlencoded';
const asForm = (payload: string) => `payload=${encodeURIComponent(payload)}`;
const click = (more: object = {}) => ({
  type: 'block_actions',
  user: { id: KIM },
  channel: { id: SUPPORT },
  container: {},
  actions: [{ type: 'button', action_id: 'claim', value: '123' }],
  ...more,
});

describe('the door for Slack', () => {
  it.each([
    'null',
    '5',
    '"text"',
    'true',
    '[]',
    '{}',
    '',
    ' ',
    '{',
    'nul',
    '[{}]',
    '{"type":"nothing we know"}',
  ])('answers a signed %j with 400 at once', async (body) => {
    const json = await answer(body);
    expect(json.status).toBe(400);
    expect(json.ms).toBeLessThan(1_000);
    expect((await answer(asForm(body), { type: FORM })).status).toBe(400);
  });

  it.each(['application/json', 'application/json; charset=utf-8', 'APPLICATION/JSON;charset=UTF-8'])(
    'takes %s',
    async (type) => {
      const body = JSON.stringify({ type: 'url_verification', challenge: 'say this' });
      expect(await answer(body, { type })).toMatchObject({ status: 200, said: 'say this' });
    },
  );

  it('takes a command whose content type names a charset', async () => {
    const body = new URLSearchParams({ command: '/cx-help', user_id: KIM, channel_id: SUPPORT, text: '' });
    const { status, said } = await answer(body.toString(), { type: `${FORM}; charset=utf-8` });
    expect(status).toBe(200);
    expect(said).toContain('You typed /cx-help');
  });

  it('answers the certificate check of a command, and a form without anything with 400', async () => {
    expect((await answer('ssl_check=1&token=x', { type: FORM })).status).toBe(200);
    expect((await answer('a=b', { type: FORM })).status).toBe(400);
  });

  it.each([
    ['unsigned content', { secret: 'not-the-secret-but-long-enough' }, 401],
    ['a challenge that is not signed', { secret: 'not-the-secret-but-long-enough' }, 401],
    ['a replay of ten minutes ago', { offsetSec: -600 }, 401],
    ['a signature of an hour from now', { offsetSec: 3_600 }, 401],
    ['GET', { method: 'GET' }, 405],
    ['PUT', { method: 'PUT' }, 405],
    ['text/plain', { type: 'text/plain' }, 415],
    ['multipart', { type: 'multipart/form-data; boundary=x' }, 415],
    ['no content type', { type: '' }, 415],
  ])('refuses %s', async (_, sending, status) => {
    const body = JSON.stringify({ type: 'url_verification', challenge: 'c' });
    expect((await answer(body, sending)).status).toBe(status);
  });

  it('says the same to every request that is not signed by Slack, now', async () => {
    const body = JSON.stringify(click());
    const old = await answer(body, { offsetSec: -600 });
    const forged = await answer(body, { secret: 'not-the-secret-but-long-enough' });
    expect(old.said).toBe(forged.said);
  });

  it('does not care how odd the address is', async () => {
    const body = JSON.stringify({ type: 'url_verification', challenge: 'c' });
    for (const target of ['//', '/%zz', '/slack/events?ssl_check=1', '/../..', '*']) {
      expect((await answer(body, { target })).status).toBe(200);
    }
  });

  it('refuses a body that is too large or nests too deep', async () => {
    expect((await answer(`{"a":"${'x'.repeat(1_048_576)}"}`)).status).toBe(413);
    const bomb = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`;
    expect(await answer(bomb)).toMatchObject({ status: 400 });
    expect((await answer('['.repeat(500_000))).status).toBe(400);
    const deep = JSON.parse(`${'{"a":'.repeat(100)}1${'}'.repeat(100)}`) as object;
    expect((await answer(JSON.stringify(click({ message: deep })))).status).toBe(400);
    expect((await answer(asForm(JSON.stringify(click({ message: deep }))), { type: FORM })).status).toBe(400);
    expect((await answer(asForm('['.repeat(50_000)), { type: FORM })).status).toBe(400);
  });

  it('ignores what Slack sends and nothing of ours leads to', async () => {
    for (const type of [
      'view_closed',
      'shortcut',
      'message_action',
      'block_suggestion',
      'app_rate_limited',
    ]) {
      expect((await answer(asForm(JSON.stringify({ type })), { type: FORM })).status).toBe(200);
    }
    const other = { type: 'event_callback', event_id: 'Ev1', event: { type: 'emoji_changed' } };
    expect((await answer(JSON.stringify(other))).status).toBe(200);
  });

  it('lets nothing odd inside a known shape through to the conversation', async () => {
    const odd = [
      click({ user: null }),
      click({ user: { id: 5 } }),
      click({ user: { id: "U1'; drop table" } }),
      click({ actions: [] }),
      click({ actions: [null] }),
      click({ actions: 'claim' }),
      click({ actions: [{ action_id: 'claim', value: '1e9' }] }),
      click({ actions: [{ action_id: 'claim', value: null }] }),
      click({ actions: [{ action_id: { $gt: '' }, value: '1' }] }),
      click({ actions: [{ action_id: '__proto__', value: '1' }] }),
      {
        type: 'view_submission',
        user: { id: KIM },
        view: { callback_id: 'earshot_form', private_metadata: 'null' },
      },
      { type: 'view_submission', user: { id: KIM }, view: null },
      { type: 'event_callback', event_id: 'Ev2', event: { type: 'reaction_added', user: KIM, item: null } },
      { type: 'event_callback', event_id: 'Ev3', event: { type: 'reaction_added', user: null, item: 'x' } },
      { type: 'event_callback', event_id: 'Ev4', event: { type: 'app_mention', user: KIM, channel: null } },
      { type: 'event_callback', event_id: 'Ev5', event: { type: 'channel_archive', channel: null } },
      { type: 'event_callback', event_id: 'Ev6', event: { type: 'user_change', user: null } },
      { type: 'event_callback', event_id: 'Ev7', event: null },
      { type: 'event_callback', event_id: 'Ev8', event: { type: 'tokens_revoked' }, authorizations: [null] },
      { type: 'event_callback', event_id: '\u0000', event: { type: 'team_join', user: {} } },
      { command: '/cx claim', user_id: KIM },
      { command: '/cx-claim', user_id: '../../etc' },
    ];
    const heard = rig.conversation.heard.length;
    for (const body of odd) {
      const { status, ms } = await answer(JSON.stringify(body));
      expect([200, 400], JSON.stringify(body)).toContain(status);
      expect(ms).toBeLessThan(1_000);
    }
    expect(rig.conversation.heard).toHaveLength(heard);
  });

  it('survives a thousand seeded bodies, half of them signed, without a 5xx', async () => {
    const statuses = new Map<number, number>();
    const random = seeded(20_261_120);
    for (let index = 0; index < 1_000; index += 1) {
      const body = JSON.stringify(mutated(templates()[index % templates().length], random));
      const form = random() < 0.5;
      const signed = index % 2 === 0;
      const { status } = await answer(form ? asForm(body) : body, {
        type: form ? FORM : 'application/json',
        ...(!signed && { secret: 'not-the-secret-but-long-enough' }),
      });
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
    expect([...statuses.keys()].filter((status) => status >= 500)).toEqual([]);
    expect(statuses.get(401)).toBe(500);
    expect((statuses.get(200) ?? 0) + (statuses.get(400) ?? 0)).toBe(500);
    expect(statuses.get(200)).toBeGreaterThan(50);
    expect(statuses.get(400)).toBeGreaterThan(50);
  }, 60_000);
});

function templates(): readonly unknown[] {
  return [
    click(),
    {
      type: 'event_callback',
      event_id: 'Ev9',
      event: { type: 'app_mention', user: KIM, channel: SUPPORT, ts: '1.2', text: 'help' },
    },
    {
      type: 'event_callback',
      event_id: 'Ev9',
      event: { type: 'reaction_added', user: KIM, reaction: 'eyes', item: { channel: SUPPORT, ts: '1.2' } },
    },
    {
      type: 'event_callback',
      event_id: 'Ev9',
      event: { type: 'user_change', user: { id: 'U0X', profile: {} } },
    },
    { type: 'event_callback', event_id: 'Ev9', event: { type: 'channel_rename', channel: { id: SUPPORT } } },
    {
      type: 'view_submission',
      user: { id: KIM },
      view: {
        id: 'V1',
        callback_id: 'earshot_form',
        private_metadata: '{"action":"resolve","alert":1}',
        state: { values: { outcome: { value: { type: 'plain_text_input', value: 'x' } } } },
        blocks: [{ type: 'input', block_id: 'outcome' }],
      },
    },
    { command: '/cx-alerts', user_id: KIM, channel_id: SUPPORT, text: 'mine' },
  ];
}

/** One value somewhere in `value` replaced by something it should not be. */
function mutated(value: unknown, random: () => number): unknown {
  const odd: readonly unknown[] = [
    null,
    0,
    -1,
    1e308,
    '',
    [],
    {},
    true,
    '\u0000',
    '\ud800',
    'x'.repeat(5_000),
    ...INJECTIONS,
  ];
  if (typeof value !== 'object' || value === null || random() < 0.15)
    return odd[Math.floor(random() * odd.length)];
  const entries: [string, unknown][] = Object.entries(value);
  const chosen = Math.floor(random() * entries.length);
  const changed = entries.map(
    ([name, each], index) => [name, index === chosen ? mutated(each, random) : each] as const,
  );
  return Array.isArray(value) ? changed.map(([, each]) => each) : Object.fromEntries(changed);
}

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
