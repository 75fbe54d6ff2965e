import { beforeAll, expect, it } from 'vitest';
import type { SlackMessage } from '../counterparts/slack/message.js';
import { SHORT_INJECTIONS } from '../cards/injections.js';
import { lowScore } from './senders.js';
import { expectSilentLog } from './silent-log.js';
import { beginStory, KIM, MONEY, type Story, SUPPORT } from './story.js';
import { until } from './until.js';

let story: Story;
beforeAll(async () => {
  // Limits of Slack's own are for other stories.
  story = await beginStory({ env: { EARSHOT_TEST: '{"unlimited":true}' } });
}, 90_000);

const HOSTILE_NAME = '<!channel> <@U0KIM00001> *Kim*';
/** Each text of a customer of its own, so that each is quoted on a card. */
const voices = SHORT_INJECTIONS.map((words, index) => {
  const text = `Refund ${words} now`;
  const hostile = { id: `customer-${index}`, name: index % 2 === 0 ? HOSTILE_NAME : words };
  const account = { id: `account-${index}`, name: words, tier: words };
  return lowScore({
    text,
    customer: hostile,
    account,
    channel: words,
    url: 'https://evil.example/?a=<!channel>|x>',
    tags: [words],
  });
});

const roots = (): readonly SlackMessage[] =>
  [MONEY, SUPPORT].flatMap((channel) => story.slack.messages({ channel }));

it('whatever customers write becomes a card', async () => {
  const answers = [];
  for (const voice of voices) answers.push(await story.hear(voice));
  expect([...new Set(answers.map(({ status }) => status))]).toEqual([202]);
  await until('every card is posted', () => (roots().length === voices.length ? true : undefined), 60_000);
});

it('and nothing that Slack stored of it can call, link, format or show a picture', () => {
  expect(roots()).toHaveLength(voices.length);
  for (const message of roots()) {
    for (const { text, kind } of markedUp(message)) {
      const own = text.replace(/<!date\^\d+\^[^|<>]*\|[^<>]*>/gu, '');
      expect([kind, own]).toEqual([
        kind,
        expect.not.stringMatching(/<[!@#]|<https?:|<mailto:|<tel:|<javascript:/u),
      ]);
      expect([kind, own]).toEqual([kind, expect.not.stringMatching(/[<>]/u)]);
    }
    for (const element of richElements(message)) {
      expect(['text', 'date', 'rich_text_section', 'rich_text_quote', undefined]).toContain(element.type);
    }
  }
});

it('and the words can still be read whole', () => {
  const shown = roots().map((message) => JSON.stringify(message));
  expect(shown.filter((each) => each.includes('“Refund <!channel> now”')).length).toBeGreaterThan(0);
});

it('a hostile note of one of our own people is as inert', async () => {
  const [card] = roots();
  const at = { channel: MONEY, ts: card!.ts, user: KIM };
  await story.slack.clickButton({ ...at, actionId: 'claim' });
  await story.slack.waitForMessage({ channel: MONEY, threadTs: at.ts, containing: 'claimed this' });
  await until('the card offers Resolve', () =>
    JSON.stringify(roots()[0]).includes('"action_id":"resolve"') ? true : undefined,
  );
  await story.slack.clickButton({ ...at, actionId: 'resolve' });
  await story.slack.waitForView({ user: KIM });
  const words = '<!here> <https://evil.example|bank> *x*';
  await story.slack.submitView({
    user: KIM,
    values: { outcome: 'recovered', rootCause: words, note: words },
  });
  const { message } = await story.slack.waitForMessage({
    channel: MONEY,
    threadTs: at.ts,
    containing: 'resolved this',
  });
  expect(message.text).not.toMatch(/<!here|<https/u);
});

it('and of all that was written nothing is in the log', async () => {
  expectSilentLog(story.product(), /Refund|U0KIM00001/u);
  await story.product().stop();
});

interface Marked {
  readonly kind: string;
  readonly text: string;
}

/** Every text that Slack would read markup in: the message's own, and each mrkdwn object. */
function markedUp(message: SlackMessage): readonly Marked[] {
  const found: Marked[] = [{ kind: 'text', text: message.text }];
  walk([message.blocks, message.attachments], (thing) => {
    if (thing['type'] === 'mrkdwn') found.push({ kind: 'mrkdwn', text: String(thing['text']) });
  });
  for (const { fallback } of message.attachments ?? [])
    found.push({ kind: 'fallback', text: fallback ?? '' });
  return found;
}

function richElements(message: SlackMessage): readonly { readonly type: unknown }[] {
  const found: { readonly type: unknown }[] = [];
  walk([message.blocks, message.attachments], (thing) => {
    if (thing['type'] !== 'rich_text') return;
    walk(thing['elements'], (element) => void found.push({ type: element['type'] }));
  });
  return found;
}

function walk(value: unknown, look: (thing: Readonly<Record<string, unknown>>) => void): void {
  if (Array.isArray(value)) for (const each of value) walk(each, look);
  else if (typeof value === 'object' && value !== null) {
    look(value as Readonly<Record<string, unknown>>);
    for (const each of Object.values(value)) walk(each, look);
  }
}
