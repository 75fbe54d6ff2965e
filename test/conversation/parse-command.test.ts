import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cards/commands.js';
import { parseCommand, type Typed } from '../../src/conversation/parse-command.js';

const CLAIM_12: Typed = { kind: 'claim', alert: 12 };

describe('a typed line', () => {
  it.each<[Typed, readonly string[]]>([
    [
      CLAIM_12,
      [
        '/cx-claim CX-12',
        '/cx-claim cx-12',
        'cx-claim CX 12',
        '  /CX-CLAIM   #12 ',
        '/cx-claim 12.',
        '/cx-claim CX-12!',
        '/cx_claim cx12',
        '/cx claim CX–12',
        'claim 12',
        '/ cx-claim [CX-12]',
        '/cx-claim “CX-12”',
        '/cx-claim no. 12',
        '／cx-claim １２',
        '/cx-claim 0012',
        '/cx-claim\u00a0\u200bCX-12',
      ],
    ],
    [
      { kind: 'alerts', show: 'all' },
      ['/cx-alerts', '/cx-alerts all', 'CX-Alerts.', '/cxalerts', 'alerts', '/cx-alert'],
    ],
    [
      { kind: 'alerts', show: 'mine' },
      ['/cx-alerts mine', '/cx-alerts  MINE?', '/cx-alerts my', '/cx-alerts [mine]', 'alerts:mine'],
    ],
    [
      { kind: 'alerts', show: 'unclaimed' },
      ['/cx-alerts unclaimed', '/cx-alerts-unclaimed', '/cx-alerts Unclaimed,'],
    ],
    [{ kind: 'alerts', show: 'team' }, ['/cx-alerts team', 'cx alerts Team']],
    [
      { kind: 'alerts', show: 'team', name: 'emea support' },
      ['/cx-alerts team EMEA Support', '/cx-alerts team: emea support'],
    ],
    [
      { kind: 'help' },
      ['/cx-help', 'help', '/cx-help me', '', '  ', '?', '/', '/cx-alerts help', '/cx-claim help'],
    ],
    [{ kind: 'which_alert' }, ['/cx-claim', 'claim!', '/cx-claim -']],
  ])('is read as %j', (read, lines) => {
    expect(lines.map((line) => [line, parseCommand(line)])).toEqual(lines.map((line) => [line, read]));
  });

  it.each([
    ['/cx-alerts mien', '/cx-alerts mine'],
    ['/cx-alerts unclamed', '/cx-alerts unclaimed'],
    ['/cx-alerts un', '/cx-alerts unclaimed'],
    ['/cx-alerts taem emea', '/cx-alerts team emea'],
    ['/cx-alerts mine now', '/cx-alerts mine'],
    ['/cx-alrets mine', '/cx-alerts mine'],
    ['/cx-alrets mien', '/cx-alerts mine'],
    ['/cx-clam 12', '/cx-claim CX-12'],
    ['/cx-clain', '/cx-claim'],
    ['/cx-hlep', '/cx-help'],
    ['/cx-sumary yesturday', '/cx-summary yesterday'],
    ['/cx-sumary', '/cx-summary'],
    ['/cx-custmer María López', '/cx-customer María López'],
    ['/cx-customr', '/cx-customer'],
    ['CX-12', '/cx-claim CX-12'],
    ['#12', '/cx-claim CX-12'],
    ['/cx-claim CX-12 for Kim', '/cx-claim CX-12'],
    ['/cx-claim CX-12 CX-13', '/cx-claim CX-12'],
  ])('%s is not acted on but understood: did you mean %s', (typed, meant) => {
    expect(parseCommand(typed)).toMatchObject({ kind: 'unknown', typed, meant });
  });

  it.each([
    ['/cx-alerts yesterday', { kind: 'unknown', typed: '/cx-alerts yesterday', command: '/cx-alerts' }],
    ['/cx-claim it', { kind: 'unknown', typed: '/cx-claim it', command: '/cx-claim' }],
    ['/cx-claim 1234567890', { kind: 'unknown', typed: '/cx-claim 1234567890', command: '/cx-claim' }],
    ['/cx-alerts constructor', { kind: 'unknown', typed: '/cx-alerts constructor', command: '/cx-alerts' }],
    ['12 monkeys', { kind: 'unknown', typed: '12 monkeys' }],
    ['🦊', { kind: 'unknown', typed: '🦊' }],
  ])('%s is not understood', (typed, read) => {
    expect(parseCommand(typed)).toEqual(read);
  });

  it('takes what somebody reports as they wrote it, however long', () => {
    const text = `They said: “${'Third time I call about it. '.repeat(20)}”`;
    const said = text.slice(0, -1).trim();
    expect(parseCommand(`/cx-report ${text}`)).toEqual({ kind: 'report', text: said.replace(/\.$/u, '') });
    expect(parseCommand('/cx-report')).toEqual({ kind: 'report', text: '' });
  });

  it('is read quickly however long and odd it is', () => {
    const started = performance.now();
    for (const line of [
      '/cx-claim ' + '-'.repeat(100_000),
      ' '.repeat(100_000) + 'x',
      'cx'.repeat(50_000),
      '/cx-alerts ' + 'mine '.repeat(20_000),
      '/cx-report ' + "'".repeat(100_000) + 'x',
    ])
      expect(parseCommand(line)).not.toMatchObject({ kind: 'claim' });
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it.each([
    ['/cx-customer María López', 'María López'],
    ['cx customer  M-1 ', 'M-1'],
    ['/CX-Customer: Maria@Acme.example', 'Maria@Acme.example'],
    ['/cx-customer “Maria”', 'Maria'],
    ['/cx-customer <mailto:m@a.example|m@a.example>', 'mailto:m@a.example|m@a.example'],
    ['/cx-customer', ''],
    ['customer CX-12 more 2', 'CX-12 more 2'],
  ])('takes whom somebody looks for as they wrote it: %j', (line, sought) => {
    expect(parseCommand(line)).toEqual({ kind: 'customer', sought });
  });

  it('understands the example of every command', () => {
    expect(COMMANDS.map(({ example }) => parseCommand(example).kind)).toEqual([
      'alerts',
      'claim',
      'mine',
      'summary',
      'customer',
      'post_mortem',
      'report',
      'help',
    ]);
  });
});
