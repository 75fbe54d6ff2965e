/** What somebody may send in Slack's name: clicks, forms, events and commands that are almost right, and what is nothing at all. */
import { stringify as formOf } from 'node:querystring';
import { ACTIONS, TELLING_ACTIONS } from '../../src/cards/actions.js';
import { COMMANDS } from '../../src/cards/commands.js';
import { type Answers, type Form, isAlertForm } from '../../src/cards/form.js';
import { INJECTIONS } from '../cards/injections.js';
import { filledIn } from './hostile-forms.js';
import { hugeOrOdd, oddBody, oddJson, oddObject } from './hostile-values.js';
import { signatureHeaders } from '../counterparts/slack/inbound/signature.js';
import { SIGNING_SECRET } from '../counterparts/slack/workspace.js';
import { type Content, type Door, dressed, forged, withHeaders } from './hostile-door.js';
import type { Chance } from './seeded.js';

const JSON_TYPE = 'application/json';
const FORM_TYPE = 'application/x-www-form-urlencoded';

/** `trap`: an address that nothing must ever be sent to. */
export function slackDoor(trap: string): Door {
  const signed = (content: Content, secret = SIGNING_SECRET, offsetSec = 0) =>
    withHeaders(
      signatureHeaders({
        secret,
        timestampSec: Math.floor(Date.now() / 1000) + offsetSec,
        body: content.body,
      }),
    );
  const target = (chance: Chance): string =>
    chance.happens(0.03)
      ? chance.pick(['/slack/events?ssl_check=1', '/slack/events/', '/slack//events', '/slack/%65vents'])
      : '/slack/events';
  return {
    name: 'slack',
    at: 'public',
    signed(chance) {
      const content = slackContent(chance, trap);
      return dressed(chance, { content, headers: signed(content), target: target(chance) });
    },
    unsigned(chance) {
      const content = slackContent(chance, trap);
      const wrong = signed(content, forged(16));
      const headers = chance.pick([
        [],
        wrong,
        wrong.slice(0, 1),
        wrong.slice(1),
        [...wrong, ...wrong],
        signed(content, SIGNING_SECRET, -600),
        signed(content, SIGNING_SECRET, 86_400),
        signed({ ...content, body: Buffer.concat([content.body, Buffer.from(' ')]) }),
      ]);
      return dressed(chance, { content, headers, target: target(chance) });
    },
  };
}

function slackContent(chance: Chance, trap: string): Content {
  const json = (text: string): Content => ({ body: Buffer.from(text), type: JSON_TYPE });
  const payload = (text: string): Content => ({
    body: Buffer.from(formOf({ payload: text })),
    type: FORM_TYPE,
  });
  return chance.pick<() => Content>([
    () => ({ body: hugeOrOdd(chance), type: chance.pick([JSON_TYPE, FORM_TYPE]) }),
    () => payload(oddBody(chance).toString('latin1').slice(0, 200_000)),
    () => ({
      body: Buffer.from(`payload=%7B%ZZ&payload=${'%'.repeat(chance.between(1, 500))}`),
      type: FORM_TYPE,
    }),
    () => payload(oddObject(chance, blockActions(chance, trap))),
    () => payload(oddObject(chance, blockActions(chance, trap))),
    () => payload(oddObject(chance, viewSubmission(chance))),
    () => payload(oddObject(chance, viewSubmission(chance))),
    () => payload(oddObject(chance, viewSubmission(chance))),
    () => payload(oddObject(chance, shortcut(chance, trap))),
    () => json(oddObject(chance, eventCallback(chance))),
    () => json(oddObject(chance, eventCallback(chance))),
    () => json(`{"type":"url_verification","challenge":${oddJson(chance)}}`),
    () => ({ body: Buffer.from(command(chance, trap)), type: FORM_TYPE }),
  ])();
}

const USERS = [
  '"U0KIM00001"',
  '"U0KIM00001"',
  '"U0KIM00001"',
  '"U0NOBODY01"',
  '"USLACKBOT"',
  '"__proto__"',
  '"../../etc"',
  '""',
];
const TEAMS = ['{"id":"T0COUNTER1","domain":"counterpart"}', '{"id":"T0FOREIGN1","domain":"../x"}', 'null'];
const CHANNELS = ['"C0MONEY001"', '"C0FOREIGN1"', '"D0NOBODY01"', '"#money"'];

function blockActions(chance: Chance, trap: string): Record<string, string> {
  const action = oddObject(chance, {
    type: chance.pick(['"button"', '"overflow"', '"users_select"']),
    action_id: JSON.stringify(chance.pick([...ACTIONS, 'more', 'share', 'drop', '__proto__'])),
    block_id: '"B1"',
    value: chance.pick([
      '"1"',
      `"${chance.between(1, 40)}"`,
      '"999999999"',
      '"-1"',
      '"1e9"',
      '"1;drop table alerts"',
    ]),
    selected_option: `{"value":${chance.pick(['"take_over:1"', '"history:99"', '"x:y:z"'])}}`,
  });
  return {
    type: '"block_actions"',
    user: `{"id":${chance.pick(USERS)}}`,
    team: chance.pick(TEAMS),
    channel: `{"id":${chance.pick(CHANNELS)}}`,
    container: '{"type":"message","message_ts":"1.1"}',
    trigger_id: '"1.2.made-up"',
    response_url: JSON.stringify(chance.pick([trap, 'http://169.254.169.254/', 'file:///etc/passwd', 'x'])),
    actions: `[${action}]`,
  };
}

/** An entry of the menu beside a message. */
function shortcut(chance: Chance, trap: string): Record<string, string> {
  const message = oddObject(chance, {
    ts: chance.pick(['"1.1"', '"1700000000.000100"', '"now"']),
    user: chance.pick(USERS),
    text: JSON.stringify(chance.pick(INJECTIONS)),
  });
  return {
    type: '"message_action"',
    callback_id: JSON.stringify(chance.pick([...TELLING_ACTIONS, 'drop', '__proto__'])),
    user: `{"id":${chance.pick(USERS)}}`,
    team: chance.pick(TEAMS),
    channel: `{"id":${chance.pick(CHANNELS)}}`,
    message,
    trigger_id: '"1.2.made-up"',
    response_url: JSON.stringify(trap),
  };
}

function viewSubmission(chance: Chance): Record<string, string> {
  const { form, answers } = filledIn(chance, 'U0KIM00001');
  const carried = form.carried && {
    carried: chance.happens(0.8) ? form.carried : { key: chance.pick(INJECTIONS), constructor: '1' },
  };
  const right = {
    action: form.action,
    ...(isAlertForm(form) && { alert: chance.between(1, 40) }),
    ...carried,
  };
  const metadata = chance.pick([
    JSON.stringify(right),
    JSON.stringify(right),
    JSON.stringify(right),
    JSON.stringify(right),
    '{"action":"resolve","alert":1}',
    '{"action":"resolve","alert":"__proto__"}',
    '{"action":"reassign","alert":1}',
    '5',
    '',
  ]);
  const view = oddObject(chance, {
    id: '"V0FOREIGN1"',
    callback_id: chance.pick(['"earshot_form"', '"other"']),
    private_metadata: JSON.stringify(metadata),
    state: chance.pick([
      `{"values":${valuesOf(form, answers)}}`,
      `{"values":${valuesOf(form, answers)}}`,
      `{"values":${valuesOf(form, answers)}}`,
      '{"values":{"outcome":{"value":{"type":"radio_buttons","selected_option":null}}}}',
      '{}',
      'null',
    ]),
    blocks: '[]',
  });
  return { type: '"view_submission"', user: `{"id":${chance.pick(USERS)}}`, view, response_urls: '[]' };
}

function valuesOf(form: Form, answers: Answers): string {
  const values = form.fields.map(({ kind, name }) => {
    const value = answers[name];
    if (kind === 'text') return [name, { value: { type: 'plain_text_input', value } }];
    if (kind === 'person') return [name, { value: { type: 'users_select', selected_user: value } }];
    return [name, { value: { type: 'static_select', selected_option: { value } } }];
  });
  return JSON.stringify(Object.fromEntries(values));
}

function eventCallback(chance: Chance): Record<string, string> {
  const event = oddObject(chance, {
    type: chance.pick([
      '"reaction_added"',
      '"app_mention"',
      '"user_change"',
      '"channel_archive"',
      '"tokens_revoked"',
      '"x"',
    ]),
    user: chance.pick([...USERS, '{"id":"U0NEW","deleted":"perhaps","profile":null}']),
    reaction: '"eyes"',
    text: JSON.stringify('<@U0BOT00001> '.repeat(chance.between(0, 500))),
    channel: chance.pick(CHANNELS),
    ts: chance.pick(['"1.1"', '"now"', '1']),
    item: `{"type":"message","channel":${chance.pick(CHANNELS)},"ts":"1.1"}`,
  });
  return { type: '"event_callback"', event_id: `"Ev${chance.between(0, 1e9)}"`, event, authorizations: '[]' };
}

function command(chance: Chance, trap: string): string {
  return formOf({
    command: chance.happens(0.8)
      ? chance.pick(COMMANDS).name
      : chance.pick(['/drop', '/', '/cx-alerts '.repeat(500)]),
    text: chance.pick([
      'mine',
      'CX-1',
      chance.pick(COMMANDS).example.replace(/^\S+ /u, ''),
      chance.pick(INJECTIONS),
      chance.pick(INJECTIONS),
      'CX-99999999999999999999',
      'a'.repeat(20_000),
      '\u0000',
      '<!channel>',
      '__proto__',
    ]),
    user_id: JSON.parse(chance.pick(USERS)) as string,
    channel_id: JSON.parse(chance.pick(CHANNELS)) as string,
    response_url: chance.pick([trap, 'not an address']),
    trigger_id: 'made-up',
  });
}
