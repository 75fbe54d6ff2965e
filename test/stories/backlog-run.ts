/** More alerts than their channels take, while Slack is in trouble; and what stands in the channels when it is over. */
import { lowScore } from './senders.js';
import { beginStory, KIM, type Story } from './story.js';
import { pause, until } from './until.js';

export interface BacklogRun {
  readonly channels: number;
  readonly alerts: number;
  /** How long Slack answers nothing but trouble. */
  readonly troubleMs: number;
  /** earshot.yaml's `roll_up_over`. */
  readonly rollUpOver: number | 'off';
  readonly drainLimitMs: number;
}

export interface BacklogFindings {
  /** Alerts that no card and no roll-up names; and those that two do. */
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  /** Threads whose lines do not stand in the order in which they were said. */
  readonly disordered: readonly string[];
  readonly befell: number;
  readonly rollUps: number;
  readonly cards: number;
  /** From the end of the trouble until every message was where it was wanted. */
  readonly drainMs: number;
  /** What the rate limit of a channel asks for the messages that were posted then, in the busiest one. */
  readonly leastMs: number;
  /** The same had every alert had a card of its own. */
  readonly leastSinglyMs: number;
}

/** As in src/platforms/slack/limits.ts. */
const POSTS_PER_SECOND = 1;
const BURST = 4;
/** A lease has to end and a message to settle within the trouble, which is shorter here than in life. */
const TIMES = { leaseMs: 1_200, settleMs: 1_800 };
const SENDERS = 24;
const THREADS_MS = 120_000;
/** Said once more by the same customers, so that threads have an order to keep. */
const AGAIN = ['Second refund call.', 'Third refund call.', 'Fourth refund call.'] as const;

const idOf = (channel: number): string => `C0BACKLOG${String(channel).padStart(2, '0')}`;

function yamlFor({ channels, rollUpOver }: BacklogRun): string {
  const each = Array.from({ length: channels }, (_, index) => index);
  return `
sources: [{ name: voice, type: standard, secrets: ['env:VOICE_SECRET'] }]
teams:
${each.map((index) => `  - { name: team ${index}, channels: { slack: ${idOf(index)} } }`).join('\n')}
routes:
${each.map((index) => `  - { when: { tags: [to-${index}] }, team: team ${index} }`).join('\n')}
backlog: { roll_up_over: ${rollUpOver} }
digests: []
`;
}

function makeTrouble({ slack }: Story): void {
  const post = { method: 'chat.postMessage', times: 'always' } as const;
  slack.fault({ ...post, share: 0.3, kind: 'rate_limited', retryAfterSec: 2 });
  slack.fault({ ...post, share: 0.3, kind: 'http_status', status: 503 });
  slack.fault({ ...post, share: 0.2, kind: 'reset', stored: true });
  slack.fault({ ...post, share: 0.4, kind: 'http_status', status: 500, stored: true });
  slack.fault({ ...post, kind: 'reset', stored: false });
  slack.fault({
    method: 'conversations.history',
    times: 'always',
    share: 0.5,
    kind: 'http_status',
    status: 502,
  });
}

export async function runBacklog(run: BacklogRun): Promise<BacklogFindings> {
  const { channels, alerts, troubleMs } = run;
  const story = await beginStory({
    yaml: yamlFor(run),
    env: { EARSHOT_TEST: JSON.stringify(TIMES) },
    slack: {
      workspace: {
        channels: Array.from({ length: channels }, (_, id) => ({ id: idOf(id), name: `c${id}` })),
      },
      postsPerSecond: BURST + POSTS_PER_SECOND + 1,
      recordCalls: false,
    },
  });
  const { slack } = story;
  makeTrouble(story);
  const trouble = pause(troubleMs);
  await speak(story, run);
  await trouble;
  const befell = slack.faults().reduce((sum, fault) => sum + fault.befell, 0);
  const before = slack.posts().length;
  slack.clearFaults();
  const began = performance.now();
  await until('every channel has what it is to have', () => isNamed(story, run), run.drainLimitMs);
  const drainMs = performance.now() - began;
  const busiest = Math.max(...countBy(slack.posts().slice(before), ({ channel }) => channel).values());
  const found = lookAround(story, run);
  const disordered = await outOfOrder(story, channels);
  await story.product().stop();
  return {
    ...found,
    disordered,
    befell,
    drainMs,
    leastMs: leastFor(busiest),
    leastSinglyMs: leastFor(alerts / channels),
  };
}

function leastFor(posts: number): number {
  return (Math.max(0, posts - BURST) / POSTS_PER_SECOND) * 1_000;
}

async function speak(story: Story, { channels, alerts }: BacklogRun): Promise<void> {
  let next = 0;
  const sender = async (): Promise<void> => {
    for (let mine = next++; mine < alerts; mine = next++) {
      const tags = [`to-${mine % channels}`];
      // The first of each channel is somebody who speaks again.
      const customer = mine < channels ? { customer: regular(mine) } : {};
      const { status } = await story.hear(lowScore({ tags, ...customer }));
      if (status !== 202) throw new Error(`a voice was answered ${status}`);
    }
  };
  await Promise.all(Array.from({ length: SENDERS }, sender));
  for (const text of AGAIN) {
    const again = Array.from({ length: channels }, (_, channel) =>
      story.hear(lowScore({ tags: [`to-${channel}`], customer: regular(channel), text })),
    );
    await Promise.all(again);
    await pause(1_000);
  }
}

function regular(channel: number): object {
  return { id: `regular-${channel}`, name: `Regular ${channel}` };
}

type Message = ReturnType<Story['slack']['messages']>[number];

const isRoot = ({ ts, thread_ts: thread }: Message): boolean => thread === undefined || thread === ts;
const isCard = ({ blocks }: Message): boolean => blocks?.[0]?.type === 'section';

/** The alerts that a message names: a card its own, a roll-up those of its rows. */
function namedBy(message: Message): readonly string[] {
  const words = JSON.stringify(message.blocks);
  const names = [...words.matchAll(isCard(message) ? /(CX-\d+)\*/gu : /"(?:\w+ · )?(CX-\d+)"/gu)];
  return names.map(([, name = '']) => name);
}

function rootsIn({ slack }: Story, channels: number): readonly (Message & { readonly channel: string })[] {
  return Array.from({ length: channels }, (_, index) => idOf(index)).flatMap((channel) =>
    slack
      .messages({ channel })
      .filter((message) => message.bot_id !== undefined && isRoot(message))
      .map((message) => ({ ...message, channel })),
  );
}

function isNamed(story: Story, { channels, alerts }: BacklogRun): true | undefined {
  const named = new Set(rootsIn(story, channels).flatMap(namedBy));
  return named.size === alerts ? true : undefined;
}

function lookAround(
  story: Story,
  { channels, alerts }: BacklogRun,
): Pick<BacklogFindings, 'lost' | 'doubled' | 'rollUps' | 'cards'> {
  const roots = rootsIn(story, channels);
  const times = countBy(roots.flatMap(namedBy), (name) => name);
  const missing = alerts - times.size;
  return {
    lost: missing === 0 ? [] : [`${missing} of ${alerts}`],
    doubled: [
      ...[...times].filter(([, count]) => count > 1).map(([name, count]) => `${name} ×${count}`),
      ...story.slack.duplicates().map(({ id, posts }) => `message ${id} ×${posts.length}`),
    ],
    rollUps: roots.filter((root) => !isCard(root)).length,
    cards: roots.filter(isCard).length,
  };
}

/** The alert of the customer who spoke again, in each channel: claimed where it is named, it has a card, and all that was said under it. */
async function outOfOrder(story: Story, channels: number): Promise<readonly string[]> {
  const expected = [...AGAIN, 'claimed this'];
  for (let index = 0; index < channels; index += 1) {
    const roots = rootsIn(story, channels).filter(({ channel }) => channel === idOf(index));
    const named = `Regular ${index} `;
    const at = roots.find((root) => JSON.stringify(root.blocks).includes(named));
    if (!at) continue;
    const value = valueOf(at, named);
    await story.slack.clickButton({
      channel: idOf(index),
      ts: at.ts,
      user: KIM,
      actionId: 'claim',
      ...(value !== undefined && { value }),
    });
  }
  const threads = (): readonly string[] =>
    Array.from({ length: channels }, (_, index) => {
      const messages = story.slack.messages({ channel: idOf(index) });
      const card = messages.find((root) => isCard(root) && titleOf(root).includes(`Regular ${index} `));
      const lines = messages.filter((each) => card && each.thread_ts === card.ts && !isRoot(each));
      const order = expected.map((words) => lines.findIndex(({ text }) => text.includes(words)));
      return order.every((place, at) => place === at) ? '' : `channel ${index}: ${order.join(', ')}`;
    }).filter((fault) => fault !== '');
  await until('threads are whole', () => (threads().length === 0 ? true : undefined), THREADS_MS).catch(
    () => undefined,
  );
  return threads();
}

function titleOf({ blocks }: Message): string {
  return JSON.stringify(blocks?.[0]);
}

/** Of the button in the row that has these words; of a card the only one. */
function valueOf({ blocks = [] }: Message, words: string): string | undefined {
  const row = blocks.findIndex(
    (block) => block.type === 'rich_text' && JSON.stringify(block).includes(words),
  );
  const [button] = (blocks[row + 1]?.['elements'] ?? []) as readonly { readonly value?: string }[];
  return row < 0 ? undefined : button?.value;
}

function countBy<Item>(items: readonly Item[], key: (item: Item) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return counts;
}
