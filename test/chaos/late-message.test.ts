/** In real time: a message that appears on Slack 25 s after its sender gave up on the call. Takes a minute and a half. */
import { WebClient } from '@slack/web-api';
import { expect, inject, it } from 'vitest';
import { SILENT } from '../counterparts/slack/quiet-client.js';
import { BOT_TOKEN } from '../counterparts/slack/workspace.js';
import { cardsIn } from '../stories/read-slack.js';
import { lowScore } from '../stories/senders.js';
import { query } from '../stories/server-control.js';
import { beginStory, LOBBY, MONEY, SUPPORT } from '../stories/story.js';
import { pause, until } from '../stories/until.js';

/** How long the product waits for chat.postMessage. */
const TIMEOUT_MS = 7_000;
const LATE_MS = 25_000;
/** It looks at once and again after 31 s. */
const SETTLED_MS = 60_000;
const METADATA = { event_type: 'naive', event_payload: { id: 'naive-1' } };
const LIMIT_MS = 180_000;

it.skipIf(inject('serverUrl') === null)(
  'a message that lands 25 s after the time-out is on Slack once, and a naive sender posts it twice',
  async () => {
    const { slack, hear, product, database } = await beginStory();
    const once = { method: 'chat.postMessage', kind: 'late', times: 1 } as const;
    slack.fault({ ...once, channel: MONEY, client: 'hang', ms: TIMEOUT_MS + LATE_MS });
    slack.fault({ ...once, channel: SUPPORT, client: 'reset', ms: LATE_MS });
    slack.fault({ ...once, channel: LOBBY, client: 'reset', ms: LATE_MS });
    const began = performance.now();
    await hear(lowScore({ text: 'Where is my refund?' }));
    await hear(lowScore({ text: 'Nobody was ever so rude to me.' }));
    const naive = new WebClient(BOT_TOKEN, { slackApiUrl: slack.apiUrl, logger: SILENT });
    await naive.chat.postMessage({ channel: LOBBY, text: 'once, please', metadata: METADATA });

    const isSettled = async (): Promise<true | undefined> => {
      const rows = await query<{ state: string }>(
        database.url!,
        `select state from messages where platform = 'slack' and role = 'card'`,
      );
      return rows.length === 2 && rows.every(({ state }) => state === 'posted') ? true : undefined;
    };
    await until('both cards are known to be posted', isSettled, SETTLED_MS);
    const settledAfter = performance.now() - began;
    expect(settledAfter).toBeGreaterThan(LATE_MS);
    await until('the last one has landed', () => (slack.posts().length >= 4 ? true : undefined), LATE_MS);
    await pause(5_000);

    const inOurs = slack.posts().filter(({ channel }) => channel !== LOBBY);
    const inNaive = slack.posts().filter(({ channel }) => channel === LOBBY);
    console.info(
      `settled after ${(settledAfter / 1000).toFixed(1)} s; posts of ours: ${inOurs.length} for 2 cards, of the naive sender: ${inNaive.length} for 1`,
    );
    expect(cardsIn(slack, MONEY)).toHaveLength(1);
    expect(cardsIn(slack, SUPPORT)).toHaveLength(1);
    expect(inOurs).toHaveLength(2);
    expect(inNaive).toHaveLength(2);
    expect(slack.duplicates().map(({ id }) => id)).toEqual(['naive-1']);
    await product().stop();
  },
  LIMIT_MS,
);
