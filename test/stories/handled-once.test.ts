import { beforeAll, describe, expect, it } from 'vitest';
import { cardsIn } from './read-slack.js';
import { lowScore } from './senders.js';
import { beginStory, KIM, MODES, MONEY, type Story } from './story.js';
import { pause, until } from './until.js';

describe.each(MODES)('over %s', (mode) => {
  let story: Story;
  beforeAll(async () => {
    story = await beginStory({ mode });
    await story.hear(lowScore());
    await story.slack.waitForMessage({ channel: MONEY, containing: 'CX-1', timeoutMs: 20_000 });
  }, 90_000);

  const card = () => cardsIn(story.slack, MONEY)[0]!;
  const place = () => ({ channel: MONEY, ts: card().ts, user: KIM });
  const says = (words: string, times = 1) =>
    until(`the thread says ${words}`, () =>
      card().thread.filter((line) => line.includes(words)).length === times ? true : undefined,
    );

  it('a click that is replayed is handled once', async () => {
    const claim = await story.slack.clickButton({ ...place(), actionId: 'claim' });
    await says('claimed this');
    const release = await story.slack.clickButton({ ...place(), actionId: 'release' });
    await says('gave this back');
    // Were the old claim taken again, Kim would have it once more.
    for (const { delivery } of [claim, claim, release]) {
      const again = await story.slack.replay({ delivery, ...to(story, mode) });
      expect(again).toMatchObject({ status: 200, text: '' });
    }
    await pause(500);
    expect(card().thread).toHaveLength(2);
    expect(story.slack.ephemerals({ user: KIM })).toEqual([]);
  });

  it('an event that Slack sends again is handled once, and so is one that somebody replays', async () => {
    const eyes = await story.slack.react({ ...place(), reaction: 'eyes' });
    expect(eyes.status).toBe(200);
    await says('claimed this', 2);
    expect((await story.slack.retryEvent({ delivery: eyes.delivery, number: 1 })).status).toBe(200);
    expect((await story.slack.replay({ delivery: eyes.delivery, ...to(story, mode) })).status).toBe(200);
    await pause(500);
    expect(card().thread).toHaveLength(3);
    expect(story.slack.ephemerals({ user: KIM })).toEqual([]);
  });

  it('and a restart forgets none of it', async () => {
    const release = await story.slack.clickButton({ ...place(), actionId: 'release' });
    await says('gave this back', 2);
    await story.restart();
    await story.connected();
    const again = await story.slack.replay({ delivery: release.delivery, ...to(story, mode) });
    expect(again).toMatchObject({ status: 200, text: '' });
    await pause(500);
    expect(card().thread).toHaveLength(4);
    expect(story.slack.ephemerals({ user: KIM })).toEqual([]);
    await story.product().stop();
  });
});

function to(story: Story, mode: 'http' | 'socket'): { readonly to?: string } {
  return mode === 'http' ? { to: `${story.product().address}/slack/events` } : {};
}
