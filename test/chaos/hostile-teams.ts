/** What somebody may send in the name of Teams: messages, presses and installations that are almost right, and what is nothing at all. */
import { KIM, TENANT_ID } from '../counterparts/teams/people.js';
import { APP_ID, SUPPORT } from '../counterparts/teams/tenant.js';
import { type Content, type Door, dressed, type Header } from './hostile-door.js';
import { hugeOrOdd, oddObject, spoilt } from './hostile-values.js';
import type { Chance } from './seeded.js';

const JSON_TYPE = 'application/json; charset=utf-8';
const PATH = '/api/messages';

/** `token`: what a right request carries in its Authorization header. */
export function teamsDoor(door: { readonly serviceUrl: string; readonly token: string }): Door {
  const { serviceUrl, token } = door;
  const contentOf = (chance: Chance): Content => ({ body: bodyFor(chance, serviceUrl), type: JSON_TYPE });
  const target = (chance: Chance): string =>
    chance.happens(0.03) ? chance.pick([`${PATH}/`, `${PATH}?a=%00`, '/api/Messages', '/api/%zz']) : PATH;
  return {
    name: 'teams',
    at: 'public',
    signed: (chance) =>
      dressed(chance, {
        content: contentOf(chance),
        headers: [['authorization', token]],
        target: target(chance),
      }),
    unsigned: (chance) =>
      dressed(chance, { content: contentOf(chance), headers: wrong(chance, token), target: target(chance) }),
  };
}

function wrong(chance: Chance, token: string): readonly Header[] {
  const [head = '', claims = '', signature = ''] = token.replace(/^Bearer /u, '').split('.');
  const none = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url');
  return chance.pick<readonly Header[]>([
    [],
    [['authorization', 'Bearer']],
    [['authorization', 'Bearer a.b.c']],
    [['authorization', 'Basic dXNlcjpwYXNz']],
    [['authorization', `Bearer ${none}.${claims}.`]],
    [['authorization', `Bearer ${head}.${claims}.${signature.slice(0, -6)}AAAAAA`]],
    [['authorization', `Bearer ${head}.${Buffer.from('{"aud":"x"}').toString('base64url')}.${signature}`]],
    [['authorization', `Bearer ${'e'.repeat(chance.between(100, 9_000))}`]],
  ]);
}

function bodyFor(chance: Chance, serviceUrl: string): Buffer {
  if (chance.happens(0.3)) return hugeOrOdd(chance);
  const activity = {
    type: chance.pick([
      'message',
      'invoke',
      'conversationUpdate',
      'messageReaction',
      'installationUpdate',
      'event',
    ]),
    id: `f:${chance.between(0, 1e9)}`,
    channelId: 'msteams',
    serviceUrl,
    from: { id: KIM, name: 'Kim', aadObjectId: '00000000-0000-4000-8000-000000000001' },
    recipient: { id: `28:${APP_ID}`, name: 'Earshot' },
    conversation: { id: `${SUPPORT};messageid=1`, conversationType: 'channel', tenantId: TENANT_ID },
    channelData: { tenant: { id: TENANT_ID }, channel: { id: SUPPORT }, team: { id: SUPPORT } },
    text: chance.pick(['<at>Earshot</at> alerts', 'claim CX-1', 'connect money', '', 'summary 7d']),
    entities: [{ type: 'mention', mentioned: { id: `28:${APP_ID}` }, text: '<at>Earshot</at>' }],
    name: chance.pick(['adaptiveCard/action', 'task/fetch', 'task/submit', 'composeExtension/query', 'x']),
    value: {
      action: {
        type: 'Action.Execute',
        verb: chance.pick(['claim', 'resolve', 'history', 'drop', '__proto__']),
        data: { alert: chance.pick([1, '1', -1, 1e9, null]), 'resolve-note': 'x', place: 'card' },
      },
      data: { msteams: { type: 'task/fetch' } },
    },
    replyToId: '1',
    timestamp: '2026-11-20T10:00:00Z',
  };
  if (chance.happens(0.1)) return Buffer.from(JSON.stringify(activity));
  if (chance.happens(0.7)) return Buffer.from(spoilt(chance, activity));
  const asText = Object.fromEntries(
    Object.entries(activity).map(([name, value]) => [name, JSON.stringify(value)]),
  );
  return Buffer.from(oddObject(chance, asText));
}
