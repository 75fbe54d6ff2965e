/** What somebody may send in the name of Teams: messages, presses and installations that are almost right, and what is nothing at all. */
import { ACTIONS, TELLING_ACTIONS } from '../../src/cards/actions.js';
import { COMMANDS } from '../../src/cards/commands.js';
import { isAlertForm } from '../../src/cards/form.js';
import { INJECTIONS } from '../cards/injections.js';
import { KIM, TENANT_ID } from '../counterparts/teams/people.js';
import { APP_ID, SUPPORT } from '../counterparts/teams/tenant.js';
import { type Content, type Door, dressed, type Header } from './hostile-door.js';
import { filledIn } from './hostile-forms.js';
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
      'invoke',
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
    text: chance.pick([
      '<at>Earshot</at> alerts',
      'claim CX-1',
      'connect money',
      '',
      `<at>Earshot</at> ${chance.pick(COMMANDS).example.slice('/cx-'.length)}`,
      `<at>Earshot</at> ${chance.pick(COMMANDS).name.slice('/cx-'.length)} ${chance.pick(INJECTIONS)}`,
    ]),
    entities: [{ type: 'mention', mentioned: { id: `28:${APP_ID}` }, text: '<at>Earshot</at>' }],
    ...invoked(chance),
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

/** A press, a form, an entry of the menu beside a message with the dialog it opens, or what nothing of ours leads to. */
function invoked(chance: Chance): { readonly name: string; readonly value: unknown } {
  const { form, answers } = filledIn(chance, KIM);
  const filled = Object.fromEntries(
    Object.entries(answers).map(([field, answer]) => [`${form.action}-${field}`, answer]),
  );
  const earshot = {
    v: 1,
    action: form.action,
    form: true,
    ...(isAlertForm(form) && { alert: chance.pick([1, chance.between(1, 40), '1', -1, 1e9, null]) }),
    ...(form.carried && { carried: form.carried }),
  };
  const pressed = {
    v: 1,
    action: chance.pick([...ACTIONS, 'refresh', 'mine', 'share', 'drop', '__proto__']),
    alert: chance.pick([1, chance.between(1, 40), '1', -1, 1e9, null]),
    report: '00000000-0000-7000-8000-000000000001',
  };
  const execute = (data: object) => ({ action: { type: 'Action.Execute', verb: 'x', data } });
  const commandId = chance.pick([...TELLING_ACTIONS, 'drop', '__proto__']);
  return chance.pick<() => { readonly name: string; readonly value: unknown }>([
    () => ({ name: 'adaptiveCard/action', value: execute({ earshot: pressed }) }),
    () => ({ name: 'adaptiveCard/action', value: execute({ earshot, ...filled }) }),
    () => ({ name: 'composeExtension/submitAction', value: { commandId, data: { earshot, ...filled } } }),
    () => ({ name: 'composeExtension/fetchTask', value: { commandId, messagePayload: message(chance) } }),
    () => ({
      name: chance.pick(['task/fetch', 'task/submit', 'composeExtension/query', 'message/submitAction', 'x']),
      value: { data: { msteams: { type: 'task/fetch' } } },
    }),
  ])();
}

function message(chance: Chance): object {
  const content = chance.pick(INJECTIONS);
  return {
    id: '1700000000001',
    body: { contentType: chance.pick(['html', 'text']), content },
    from: { user: { displayName: chance.pick(INJECTIONS) } },
    linkToMessage: chance.pick(['https://teams.microsoft.com/l/message/1/2', 'javascript:alert(1)']),
  };
}
