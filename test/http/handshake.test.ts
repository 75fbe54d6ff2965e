/** What senders ask of an address before they send there. */
import { describe, expect, it } from 'vitest';
import { cloudevents } from '../../src/sources/cloudevents.js';
import { meta } from '../../src/sources/meta.js';
import { openDoor, SECRET } from './door.js';

const APP_SECRET = '0123456789abcdef0123456789abcdef';

async function openBoth() {
  const social = meta.create({
    name: 'social',
    secrets: [APP_SECRET],
    settings: { verify_token: 'open sesame', read_messages: false },
  });
  const events = cloudevents.create({
    name: 'events',
    secrets: [SECRET],
    settings: { types: {}, allowed_origins: ['events.acme.example'] },
  });
  const configured = { limits: 'off', retentionDays: 30 } as const;
  const door = await openDoor({
    sources: new Map([
      ['social', { name: 'social', source: social, ...configured }],
      ['events', { name: 'events', source: events, ...configured }],
    ]),
  });
  const ask = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(`http://127.0.0.1:${door.port}/hooks/${path}`, init);
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
  return { ...door, ask };
}

const asked = (more: Readonly<Record<string, string>> = {}) =>
  `social?${new URLSearchParams({ 'hub.mode': 'subscribe', 'hub.challenge': '1158201444', 'hub.verify_token': 'open sesame', ...more }).toString()}`;

describe('Meta’s challenge', () => {
  it('goes back as text to whoever knows the verify token', async () => {
    const { ask, deliveries } = await openBoth();
    const { status, headers, text } = await ask(asked());
    expect([status, headers.get('content-type'), text]).toEqual([
      200,
      'text/plain; charset=utf-8',
      '1158201444',
    ]);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(deliveries).toEqual([]);
  });

  it.each([
    ['another token', asked({ 'hub.verify_token': 'open barley' })],
    ['no token', asked({ 'hub.verify_token': '' })],
    ['another mode', asked({ 'hub.mode': 'unsubscribe' })],
    ['no challenge', asked({ 'hub.challenge': '' })],
    ['a challenge that a browser could run', asked({ 'hub.challenge': '<script>alert(1)</script>' })],
    ['a challenge without an end', asked({ 'hub.challenge': '1'.repeat(500) })],
    ['nothing', 'social'],
  ])('is refused with %s, always in the same words', async (_, path) => {
    const { ask, logged } = await openBoth();
    const { status, text } = await ask(path);
    const { status: plain, text: refusal } = await ask('social');
    expect([status, text]).toEqual([403, refusal]);
    expect(plain).toBe(403);
    expect(text).not.toContain('script');
    expect(logged).toEqual([
      'somebody who is not its sender asked for the handshake of a source {"source":"social"}',
    ]);
  });

  it('is the only thing that GET is for, and other methods are told what would do', async () => {
    const { ask } = await openBoth();
    for (const method of ['PUT', 'DELETE', 'HEAD', 'OPTIONS']) {
      const { status, headers } = await ask(asked(), { method });
      expect([method, status, headers.get('allow')]).toEqual([method, 405, 'POST, GET']);
    }
    expect((await ask('events')).status).toBe(405);
  });
});

describe('the question of CloudEvents', () => {
  const optionsOf = (origin: string, more = {}) => ({
    method: 'OPTIONS',
    headers: { 'webhook-request-origin': origin, ...more },
  });

  it('is answered where the configuration names who asks', async () => {
    const { ask } = await openBoth();
    const { status, headers } = await ask(
      'events',
      optionsOf('Events.Acme.example', { 'webhook-request-rate': '120' }),
    );
    expect([status, headers.get('webhook-allowed-origin'), headers.get('webhook-allowed-rate')]).toEqual([
      200,
      'events.acme.example',
      '*',
    ]);
  });

  it('is refused to everybody else', async () => {
    const { ask } = await openBoth();
    expect((await ask('events', optionsOf('evil.example'))).status).toBe(403);
    expect((await ask('events', { method: 'OPTIONS' })).status).toBe(403);
  });
});
