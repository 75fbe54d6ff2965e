import { expect, it } from 'vitest';
import type { RawRequest } from '../../src/inbound/raw-request.js';
import { cloudevents } from '../../src/sources/cloudevents.js';

const NOW = new Date('2026-11-20T10:45:00Z');
const source = cloudevents.create({ name: 'e', secrets: [], settings: cloudevents.settings.parse({}) });
const VOICE = { kind: 'report', text: 'No heating in room 5' };

const binary = (more: Readonly<Record<string, string>> = {}, data: object = VOICE): RawRequest => ({
  method: 'POST',
  target: '/hooks/e',
  headers: {
    'webhook-id': 'msg_1',
    'content-type': 'application/json',
    'ce-specversion': '1.0',
    'ce-id': 'event-1',
    'ce-source': '/rooms',
    'ce-type': 'com.acme.note',
    ...more,
  },
  body: Buffer.from(JSON.stringify(data)),
});

it('nothing that a binary event says in its headers makes it another event, or another voice', () => {
  const first = source.read(binary(), NOW);
  expect(first).toMatchObject({ deliveryId: 'msg_1', elements: [{ kind: 'signal' }] });
  for (const header of ['ce-id', 'ce-source', 'ce-type', 'ce-time', 'ce-subject', 'ce-dataschema']) {
    expect(source.read(binary({ [header]: 'forged' }), NOW)).toEqual(first);
  }
  expect(source.read(binary({ 'webhook-id': 'msg_2' }), NOW)).not.toEqual(first);
});

it('a source and an id are told apart where they meet', () => {
  const idOf = (eventSource: string, id: string) => {
    const body = Buffer.from(
      JSON.stringify({ specversion: '1.0', source: eventSource, id, type: 't', data: VOICE }),
    );
    const headers = { 'webhook-id': 'msg_1', 'content-type': 'application/cloudevents+json' };
    const read = source.read({ ...binary(), headers, body }, NOW);
    const [element] = 'elements' in read ? read.elements : [];
    return element?.kind === 'signal' ? element.signal.externalId : undefined;
  };
  expect(idOf('/a', 'b/c')).not.toBe(idOf('/a/b', 'c'));
  expect(idOf('/a', 'b')).toBe('/a b');
  expect(idOf('/a'.repeat(400), 'b')).toMatch(/^[0-9a-f]{64}$/u);
});
