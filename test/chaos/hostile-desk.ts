/** What a page that the operator visits, a broken browser or the operator may send to the desk's doors, and anybody to those of health. */
import { INJECTIONS } from '../cards/injections.js';
import { ACTION_NAMES } from '../../src/cards/actions.js';
import { COMMANDS } from '../../src/cards/commands.js';
import { isAlertForm } from '../../src/cards/form.js';
import { type Door, dressed, type Header } from './hostile-door.js';
import { filledIn } from './hostile-forms.js';
import { hugeOrOdd, oddBody } from './hostile-values.js';
import type { Chance } from './seeded.js';
import type { RawRequest } from './send-bytes.js';

const FORM_TYPE = 'application/x-www-form-urlencoded';
const ID = '00000000-0000-7000-8000-000000000001';

/** `cookie`: of a browser that has opened the desk. */
export function deskDoor(desk: { readonly address: string; readonly cookie: string }): Door {
  const { address, cookie } = desk;
  const [name = ''] = cookie.split('=');
  return {
    name: 'desk',
    at: 'desk',
    signed: (chance) => asked(chance, [['cookie', cookie]], address),
    unsigned(chance) {
      const headers = chance.pick<readonly Header[]>([
        [],
        [['cookie', `${name}=`]],
        [['cookie', `${cookie.slice(0, -5)}AAAAA`]],
        [['cookie', `${name}=${'a'.repeat(32)}.9999999999.${'b'.repeat(43)}`]],
        [['cookie', `${name}=%00%zz; ${'x=y; '.repeat(1_000)}`]],
        [['cookie', cookie.replace(/=[^.]*/u, '=__proto__')]],
      ]);
      return asked(chance, headers, chance.pick([address, 'https://evil.example', 'null', '']));
    },
  };
}

function asked(chance: Chance, headers: readonly Header[], origin: string): RawRequest {
  if (chance.happens(0.45))
    return dressed(chance, {
      method: 'GET',
      target: chance.happens(0.5) ? page(chance) : `${page(chance)}?${query(chance)}`,
      headers,
      content: { body: Buffer.alloc(0), type: '' },
    });
  const form = chance.happens(0.4) ? sentForm(chance) : undefined;
  return dressed(chance, {
    target: form?.target ?? act(chance),
    headers: [...headers, ['origin', origin]],
    content: {
      body: chance.happens(0.15) ? hugeOrOdd(chance) : Buffer.from(form?.body ?? fields(chance), 'latin1'),
      type: FORM_TYPE,
    },
  });
}

function word(chance: Chance): string {
  const words = chance.happens(0.6)
    ? chance.pick(INJECTIONS)
    : oddBody(chance).toString('latin1').slice(0, 300);
  return chance.happens(0.05) ? chance.pick(['%', '%zz', '%00', '%ff%fe', '+'.repeat(2_000)]) : encode(words);
}

function encode(words: string): string {
  return encodeURIComponent(words.toWellFormed());
}

function number(chance: Chance): string {
  if (chance.happens(0.6)) return String(chance.between(1, 30));
  return chance.pick(['0', '-1', '999999999', '9999999999', '1e3', '0x1', '%31', '__proto__']);
}

function page(chance: Chance): string {
  return chance.pick([
    () => '/alerts',
    () => `/alerts/${number(chance)}`,
    () => '/mine',
    () => '/heard',
    () => '/sources',
    () => '/delivery',
    () => '/customers',
    () => `/customers/${chance.pick([ID, 'x', word(chance)])}`,
    () => `/channels/${chance.pick(['support', '%23money', '__proto__', word(chance)])}`,
    () => '/post-mortems',
    () => `/post-mortems/${number(chance)}`,
    () => `/post-mortems/${number(chance)}.md`,
    () => `/charts/${word(chance)}/${chance.pick(['light-wide.svg', '..', word(chance)])}`,
    () => '/completions',
    () => '/themes',
    () => `/${chance.happens(0.5) ? 'alerts/' : ''}${word(chance)}`,
  ])();
}

function query(chance: Chance): string {
  const value = (): string => (chance.happens(0.4) ? number(chance) : word(chance));
  const line = (): string =>
    `${encode(chance.pick(COMMANDS).name)}${chance.happens(0.7) ? `%20${value()}` : ''}`;
  const one = (): string =>
    chance.pick([
      () => `open=${value()}`,
      () => `kept=${value()}`,
      () => `answer=${value()}`,
      () => `before=${value()}`,
      () => `q=${value()}`,
      () => `line=${line()}`,
      () => `${word(chance)}=${value()}`,
    ])();
  return Array.from({ length: chance.between(1, 4) }, one).join('&');
}

/** Any form that there is, sent back. */
function sentForm(chance: Chance): { readonly target: string; readonly body: string } {
  const { form, answers } = filledIn(chance, ID);
  const of = isAlertForm(form) ? `/alerts/${number(chance)}` : '/tell';
  const given = Object.entries({ ...form.carried, ...answers }).map(
    ([field, answer = '']) => `field-${field}=${encode(answer)}`,
  );
  return {
    target: `${of}/${form.action}/answers`,
    body: ['back=%2Falerts', 'place=thread', ...given].join('&'),
  };
}

function act(chance: Chance): string {
  const action = chance.happens(0.8)
    ? chance.pick(Object.keys(ACTION_NAMES))
    : chance.pick(['__proto__', 'constructor', word(chance)]);
  return chance.pick([
    () => `/alerts/${number(chance)}/${action}`,
    () => `/alerts/${number(chance)}/${action}/answers`,
    () => '/command',
    () => '/command',
    () => '/act-as',
    () => '/themes',
    () => '/sample',
    () => `/reports/${chance.pick([ID, 'x'])}/share`,
    () => `/delivery/${chance.pick([ID, 'x'])}/retry`,
    () => `/post-mortems/${number(chance)}/sections/${chance.pick(['worked', 'cause', 'drop', '__proto__'])}`,
    () => `/${word(chance)}`,
  ])();
}

const FIELDS = [
  'note',
  'outcome',
  'rootCause',
  'reason',
  'to',
  'severity',
  'until',
  'channel',
  'result',
  'text',
];

function fields(chance: Chance): string {
  const line = (): string => encode(`${chance.pick(COMMANDS).name} ${chance.pick(INJECTIONS)}`.slice(0, 500));
  const one = (): string =>
    chance.pick([
      () => `back=${chance.pick([encode('/alerts?open=1'), encode('//evil.example'), word(chance)])}`,
      () => `place=${chance.pick(['stream', 'thread', 'command', word(chance)])}`,
      () => `line=${line()}`,
      () => `channel=${chance.pick(['support', word(chance)])}`,
      () => `staff=${word(chance)}`,
      () => `from=${chance.pick(['refunds', word(chance)])}&to=${word(chance)}`,
      () => `version=${number(chance)}`,
      () => `text=${word(chance)}`,
      () => `field-${chance.pick(FIELDS)}=${chance.pick(['recovered', 'high', 'phone', '1h', word(chance)])}`,
      () => `field-__proto__=${word(chance)}`,
      () => word(chance),
    ])();
  return Array.from({ length: chance.between(0, 9) }, one).join('&');
}

/** Whether it lives, anybody may ask, in whatever way. */
export const HEALTH: Door = {
  name: 'health',
  at: 'public',
  isOpen: true,
  unsigned: (chance) =>
    dressed(chance, {
      method: chance.pick(['GET', 'GET', 'HEAD', 'POST', 'TRACE', 'PROPFIND', 'QUERY']),
      target: chance.pick([
        '/healthz',
        '/readyz',
        '/healthz?a=1',
        '/healthz/',
        '/%68ealthz',
        '/metrics',
        '/',
        '/..',
      ]),
      headers: [],
      content: { body: chance.happens(0.7) ? Buffer.alloc(0) : hugeOrOdd(chance), type: 'application/json' },
    }),
};
