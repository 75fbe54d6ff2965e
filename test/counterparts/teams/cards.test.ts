import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkCard } from './cards/check-card.js';
import { sampleCard } from './sample-card.js';
import { startTeamsCounterpart, type TeamsCounterpart } from './teams-counterpart.js';
import { LEADS_CHAT } from './tenant.js';
import { carded, codeIn, createTinyClient, type TinyClient } from './tiny-client.js';
import { KIM } from './people.js';

const text = { type: 'TextBlock', text: 'x' };
const many = <Item>(count: number, item: (index: number) => Item): Item[] =>
  Array.from({ length: count }, (_, index) => item(index));
const card = (...body: object[]): object => ({ type: 'AdaptiveCard', version: '1.5', body });
const button = (more: object = {}): object => ({ type: 'Action.Execute', verb: 'go', title: 'Go', ...more });
const acting = (...actions: object[]): object => ({ ...card(text), actions });
const showing = (...body: object[]): object => ({
  type: 'Action.ShowCard',
  title: 'More',
  card: card(...body),
});
const field = (more: object = {}): object => ({ type: 'Input.Text', id: 'note', label: 'Note', ...more });
const refreshed = (users: number, action = button()): object => ({
  ...card(text),
  refresh: { action, userIds: many(users, (index) => `29:${index}`) },
});
const choice = (...values: string[]): object => ({
  type: 'Input.ChoiceSet',
  id: 'choice',
  choices: values.map((value) => ({ title: value, value })),
});
const mentioning = (words: string): object => ({
  ...card({ type: 'TextBlock', text: words }),
  msteams: { entities: [{ type: 'mention', text: '<at>Kim</at>', mentioned: { id: KIM, name: 'Kim' } }] },
});

const line = (series: object): object => ({ type: 'Chart.Line', data: [series], fallback: 'drop' });

/** Each as Teams takes it, then as it does not, with what is said then. */
const LIMITS: readonly (readonly [string, object, object, string])[] = [
  ['version', card(text), { ...card(text), version: '1.6' }, 'version: must be a version up to 1.5, is 1.6'],
  ['type of an element', card(text), card({ type: 'Marquee' }), 'body/0: knows no element Marquee'],
  ['field of an element', card(text), card({ ...text, colour: 'good' }), 'body/0: knows no colour'],
  [
    'word of a field',
    card({ ...text, color: 'Good' }),
    card({ ...text, color: 'red' }),
    'body/0/color: must be one of',
  ],
  [
    'chart, which other hosts do not draw',
    card({ type: 'Chart.Line', fallback: text }),
    card({ type: 'Chart.Line' }),
    'body/0: must have fallback',
  ],
  [
    'series of a chart',
    card(line({ legend: 'now', values: [{ x: 'Mon 16', y: 1 }] })),
    card(line({ legend: 'now', values: [{ x: 'Mon 16' }] })),
    'body/0/data/0/values/0: must have y',
  ],
  [
    'colour of a chart',
    card(line({ legend: 'now', values: [], color: 'categoricalBlue' })),
    card(line({ legend: 'now', values: [], color: '#0000ff' })),
    'body/0/data/0/color: must be one of good',
  ],
  [
    'table in place of a chart',
    card({ type: 'Chart.Line', fallback: { type: 'Table', columns: [{ width: 1 }], rows: [] } }),
    card({ type: 'Chart.Line', fallback: { type: 'Table', columns: [{ width: 1 }], rows: ['x'] } }),
    'body/0/fallback/rows/0: must be an object',
  ],
  [
    'verb of Action.Execute',
    acting(button()),
    acting(button({ verb: undefined })),
    'actions/0: must have verb',
  ],
  ['data of Action.Execute', acting(button({ data: {} })), acting(button({ data: 1 })), 'actions/0/data'],
  [
    'fallback of Action.Execute',
    acting(button({ fallback: { type: 'Action.Submit', title: 'Go' } })),
    acting(button({ fallback: { type: 'Action.Go' } })),
    'actions/0/fallback: knows no action Action.Go',
  ],
  ['title of an action', acting(button()), acting(button({ title: ' ' })), 'actions/0/title'],
  [
    'six primary actions',
    acting(...many(6, () => button())),
    acting(...many(7, () => button())),
    'at most 6',
  ],
  [
    'more actions in the menu',
    acting(...many(9, (index) => button(index < 6 ? {} : { mode: 'secondary' }))),
    acting(...many(9, () => button())),
    'at most 6',
  ],
  [
    'ShowCard',
    acting(showing(text)),
    acting(showing({ type: 'ActionSet', actions: [showing(text)] })),
    'inside another',
  ],
  ['id of an input', card(field()), card(field({ id: undefined })), 'body/0: must have id'],
  ['ids of inputs', card(field(), field({ id: 'other' })), card(field(), field()), 'an id of its own: note'],
  [
    'ids of inputs in different ShowCards',
    acting(showing(field()), showing(field({ id: 'other' }))),
    acting(showing(field()), showing(field())),
    'an id of its own: note',
  ],
  [
    'required input',
    card(field({ isRequired: true, errorMessage: 'Say why' })),
    card(field({ isRequired: true })),
    'must have errorMessage, being required',
  ],
  ['choices', card(choice('a', 'b')), card(choice()), 'must offer something to choose'],
  ['values of choices', card(choice('a', 'b')), card(choice('a', 'a')), 'must not offer one value twice'],
  ['people who refresh', refreshed(60), refreshed(61), 'refresh/userIds: must have at most 60, has 61'],
  [
    'action of a refresh',
    refreshed(1),
    refreshed(1, { type: 'Action.Submit' }),
    'an Action.Execute as its action',
  ],
  [
    'address of a link',
    acting({ type: 'Action.OpenUrl', title: 'Open', url: 'https://desk.example/' }),
    acting({ type: 'Action.OpenUrl', title: 'Open', url: 'http://desk.example/' }),
    'actions/0/url: must be an https address',
  ],
  ['mention', mentioning('<at>Kim</at>, yours'), mentioning('Kim, yours'), 'a mention reads <at>Kim</at>'],
];

describe('a card', () => {
  it('as Earshot builds them is taken', () => {
    expect(checkCard(sampleCard())).toEqual([]);
  });

  it.each(LIMITS)('is checked for its %s', (_, good, bad, said) => {
    expect(checkCard(good)).toEqual([]);
    expect(checkCard(JSON.parse(JSON.stringify(bad))).join('; ')).toContain(said);
  });

  it('may hold the same id in a fallback, for only one of the two is there', () => {
    expect(checkCard(acting(button({ id: 'go', fallback: { type: 'Action.Submit', id: 'go' } })))).toEqual(
      [],
    );
  });
});

describe('a message', () => {
  let teams: TeamsCounterpart;
  let client: TinyClient;
  beforeEach(async () => {
    teams = await startTeamsCounterpart({ seed: 1 });
    client = await createTinyClient(teams);
  });
  afterEach(() => teams.close());

  const sized = (bytes: number): object => {
    const empty = card({ type: 'TextBlock', text: '' });
    return card({ type: 'TextBlock', text: 'x'.repeat(bytes - JSON.stringify(empty).length) });
  };

  it('may hold a card of 28 KB and no larger', async () => {
    expect((await client.send(LEADS_CHAT, carded(sized(28 * 1024)))).status).toBe(201);
    expect(codeIn(await client.send(LEADS_CHAT, carded(sized(28 * 1024 + 1))))).toBe('MessageSizeTooBig');
  });

  it('with a card that Teams would not take is refused, new or edited, and changes nothing', async () => {
    const { body } = await client.send(LEADS_CHAT, carded(sampleCard()));
    const bad = carded(card({ type: 'Marquee' }));
    for (const answer of [
      await client.send(LEADS_CHAT, bad),
      await client.update(LEADS_CHAT, String(body?.['id']), bad),
      await client.createThread(bad),
    ]) {
      expect([answer.status, codeIn(answer)]).toEqual([400, 'BadArgument']);
      expect(JSON.stringify(answer.body)).toContain('knows no element Marquee');
    }
    expect([teams.messages().length, teams.edits({ message: String(body?.['id']) })]).toEqual([1, []]);
  });
});
