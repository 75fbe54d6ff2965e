import { afterEach, describe, expect, it } from 'vitest';
import type { Call, Sent } from '../../../src/posting/platform.js';
import { KIM as KIM_STAFF } from '../../cards/acme.js';
import { until } from '../wire/until.js';
import { callOf, type OutboundRig, startOutbound, SUPPORT } from './outbound-rig.js';
import type { Says } from './small-connector.js';

let rig: OutboundRig;

afterEach(() => rig.close());

const REFERENCE = `${SUPPORT};messageid=17|17`;
const POST = callOf('m');
const REPLY = callOf('m', { thread: REFERENCE });
const EDIT = callOf('m', { edit: REFERENCE });
const DIRECT = callOf('m', { channel: KIM_STAFF.id, direct: true });

const says = (status: number, code?: string, headers: Record<string, string> = {}): Says => ({
  status,
  headers,
  ...(code !== undefined && { body: { error: { code, message: `${code} it is` } } }),
});

const QUICK = { wholeMs: 1_500, putMs: 150, openMs: 100 };

/** What comes of `call` when Teams answers so, and how many requests it took. */
async function meet(call: Call, answer: Says): Promise<{ readonly sent: Sent; readonly requests: number }> {
  rig = await startOutbound({ send: { ...QUICK, wholeMs: 5_000 } });
  if (call.direct) {
    // The conversation is known: only the message itself meets the answer.
    await rig.platform.send(call);
    rig.teams.asked.length = 0;
  }
  rig.health.stop();
  rig.teams.next.push(answer);
  const sent = await rig.platform.send(call);
  await new Promise((resolve) => setTimeout(resolve, 30));
  return { sent, requests: rig.teams.asked.filter(({ method }) => method !== 'GET').length };
}

type Row = readonly [string, Says, Sent['outcome'], Sent['outcome'], Sent['outcome'], Sent['outcome']];

const ROWS: readonly Row[] = [
  // what it is, the answer, and what comes of: a post, a reply, an edit, a direct message
  ['412', says(412, 'PreconditionFailed'), 'later', 'later', 'later', 'later'],
  ['429', says(429, 'Throttled', { 'retry-after': '3' }), 'later', 'later', 'later', 'later'],
  ['500', says(500, 'ServiceError'), 'unknown', 'unknown', 'later', 'unknown'],
  ['502', says(502), 'later', 'later', 'later', 'later'],
  ['503', says(503), 'later', 'later', 'later', 'later'],
  ['504', says(504), 'later', 'later', 'later', 'later'],
  ['408', says(408), 'unknown', 'unknown', 'later', 'unknown'],
  [
    'a redirect',
    says(302, undefined, { location: 'https://evil.example' }),
    'later',
    'later',
    'later',
    'later',
  ],
  ['a reset after the request was written', 'reset', 'unknown', 'unknown', 'unknown', 'unknown'],
  ['no answer', 'hang', 'unknown', 'unknown', 'unknown', 'unknown'],
  [
    '401',
    says(401, 'Unauthorized'),
    'platform_stopped',
    'platform_stopped',
    'platform_stopped',
    'platform_stopped',
  ],
  [
    'uninstalled',
    says(403, 'BotNotInConversationRoster'),
    'channel_gone',
    'channel_gone',
    'channel_gone',
    'refused',
  ],
  [
    'blocked',
    says(403, 'ConversationBlockedByUser'),
    'channel_gone',
    'channel_gone',
    'channel_gone',
    'refused',
  ],
  ['disabled', says(403, 'BotDisabledByAdmin'), 'channel_gone', 'channel_gone', 'channel_gone', 'refused'],
  ['no conversation', says(404, 'ConversationNotFound'), 'channel_gone', 'lost', 'lost', 'refused'],
  ['no message', says(404, 'ActivityNotFoundInConversation'), 'channel_gone', 'lost', 'lost', 'refused'],
  ['405', says(405), 'refused', 'refused', 'refused', 'refused'],
  ['409', says(409), 'later', 'later', 'later', 'later'],
];

describe.each(ROWS)('%s', (_, answer, ...outcomes) => {
  it.each([
    ['a post', POST, outcomes[0]],
    ['a reply', REPLY, outcomes[1]],
    ['an edit', EDIT, outcomes[2]],
    ['a direct message', DIRECT, outcomes[3]],
  ] as const)('makes of %s what it should, after one request', async (_kind, call, outcome) => {
    const { sent, requests } = await meet(call, answer);
    expect(sent.outcome).toBe(outcome);
    expect(requests).toBe(1);
  });
});

describe('a 429', () => {
  it('closes the conversation for as long as Teams says', async () => {
    const { sent } = await meet(POST, says(429, 'Throttled', { 'retry-after': '3' }));
    expect(sent).toEqual({
      outcome: 'later',
      why: 'HTTP 429: Throttled: Throttled it is',
      afterMs: 3_000,
      closes: [`teams:${SUPPORT}`],
    });
  });

  it.each([
    [{}, 5_000],
    [{ 'retry-after': 'soon' }, 5_000],
    [{ 'retry-after': '-1' }, 5_000],
    [{ 'retry-after': '999999' }, 900_000],
  ])('with %j waits %i ms', async (headers, afterMs) => {
    const { sent } = await meet(POST, says(429, undefined, headers));
    expect(sent).toMatchObject({ outcome: 'later', afterMs });
  });

  it('of a service behind names its time, and closes nothing', async () => {
    const { sent } = await meet(POST, says(503, undefined, { 'retry-after': '7' }));
    expect(sent).toEqual({ outcome: 'later', why: 'HTTP 503', afterMs: 7_000 });
  });
});

describe('what people read', () => {
  it.each([
    [says(403, 'BotNotInConversationRoster'), 'Earshot is not installed there: add the app to the team'],
    [
      { status: 403, body: { errorCode: 209, message: '{"subCode":"MessageWritesBlocked","details":"x"}' } },
      'Earshot is blocked or was uninstalled there',
    ],
    [says(403), 'HTTP 403'],
    [{ status: 403, body: 'null' }, 'HTTP 403'],
    [{ status: 403, body: '<html>' }, 'HTTP 403'],
    [{ status: 403, body: { error: 'odd', message: 5 } }, 'HTTP 403'],
  ] as const)('of %j says what to mend', async (answer, why) => {
    const { sent } = await meet(POST, answer);
    expect(sent).toEqual({ outcome: 'channel_gone', why });
    expect(rig.happened).toContain(`gone: ${SUPPORT}`);
  });

  it('names the bot that Teams does not know', async () => {
    const { sent } = await meet(POST, says(401, 'BotNotRegistered'));
    expect(sent).toEqual({
      outcome: 'platform_stopped',
      why: 'Teams does not know the bot TEAMS_APP_ID; check its registration in Azure and its Teams channel',
    });
    expect(rig.doubted()).toBe(1);
  });
});

describe('a post that surely never left', () => {
  it('because nobody listens, is for later', async () => {
    rig = await startOutbound();
    await rig.teams.goAway();
    await until(() => true);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await rig.platform.send(POST)).toEqual({ outcome: 'later', why: 'not sent: ECONNREFUSED' });
  });

  it('because there is no token, is for later or stops everything', async () => {
    rig = await startOutbound();
    rig.token = { kind: 'away', why: 'no token: HTTP 503' };
    expect(await rig.platform.send(POST)).toEqual({ outcome: 'later', why: 'not sent: no token: HTTP 503' });
    rig.token = { kind: 'refused', why: 'the client secret has expired' };
    expect(await rig.platform.send(POST)).toEqual({
      outcome: 'platform_stopped',
      why: 'the client secret has expired',
    });
    expect(rig.teams.asked).toEqual([]);
  });

  it.each(['http://connector.example/emea/', 'ftp://127.0.0.1/', 'nonsense'])(
    'because %s would carry the token in clear, is for later',
    async (serviceUrl) => {
      rig = await startOutbound();
      const place = rig.conversations.get(SUPPORT)!;
      rig.conversations.set(SUPPORT, { ...place, serviceUrl });
      expect(await rig.platform.send(POST)).toEqual({
        outcome: 'later',
        why: 'not sent: the connector’s address is not secure',
      });
    },
  );
});
