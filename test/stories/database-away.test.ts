import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { KIM as KIM_ON_TEAMS, SAM as SAM_ON_TEAMS } from '../counterparts/teams/people.js';
import { cardsIn } from './read-slack.js';
import { cardsOnTeams } from './read-teams.js';
import { type Answer, lowScore, type Voice } from './senders.js';
import { bringBack, takeAway } from './server-control.js';
import { describeOnServer } from './server-only.js';
import { KIM, MONEY, SAM, type Story } from './story.js';
import { beginTeamsStory, MONEY_ON_TEAMS, type TeamsStory } from './teams-story.js';
import { until } from './until.js';

describeOnServer('database-away', () => {
  let story: TeamsStory;
  const kept: string[] = [];
  beforeAll(async () => {
    // The platforms' pace in one channel is for other stories.
    story = await beginTeamsStory({ env: { EARSHOT_TEST: '{"unlimited":true}' } });
    await story.hear(lowScore());
    await story.slack.waitForMessage({ channel: MONEY, containing: 'CX-1', timeoutMs: 20_000 });
    await story.teams.waitForMessage({ conversation: MONEY_ON_TEAMS, containing: 'CX-1', timeoutMs: 20_000 });
  }, 90_000);

  const first = () => cardsIn(story.slack, MONEY)[0]!;
  const firstOnTeams = () => cardsOnTeams(story.teams, MONEY_ON_TEAMS)[0]!;

  it('while the database is away a webhook is sent back with 503 and when to try again, within seconds', async () => {
    await takeAway(story.database.url!);
    for (const answer of await Promise.all([1, 2, 3].map(() => story.hear(lowScore())))) {
      expect(answer.status).toBe(503);
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    }
    expect(await story.product().readyz()).toMatchObject({ status: 503, database: 'away' });
    expect((await fetch(`${story.product().address}/healthz`)).status).toBe(200);
  });

  it('who presses a button or types on Teams hears that nothing changed', async () => {
    const { teams } = story;
    const on = { person: KIM_ON_TEAMS, message: firstOnTeams().id };
    const { shown } = await teams.clickAction({ ...on, verb: 'claim' });
    expect(JSON.stringify(shown)).toMatch(/Nothing changed|Still working/u);
    const where = { person: SAM_ON_TEAMS, conversation: MONEY_ON_TEAMS };
    const { status, thread = '' } = await teams.typeToBot({ ...where, text: 'alerts' });
    expect(status).toBe(200);
    await teams.waitForMessage({ thread, containing: 'Nothing changed', timeoutMs: 15_000 });
  });

  it('who presses a button on Slack hears that nothing changed', async () => {
    const sent = await story.slack.clickButton({
      user: KIM,
      channel: MONEY,
      ts: first().ts,
      actionId: 'claim',
    });
    expect(sent.timedOut).toBe(false);
    await story.slack.waitForEphemeral({ user: KIM, containing: 'Nothing changed', timeoutMs: 15_000 });
    const { text, timedOut } = await story.slack.sendCommand({
      user: SAM,
      channel: MONEY,
      command: '/cx-alerts',
    });
    expect(timedOut).toBe(false);
    expect(text === '' ? await told(SAM) : text).toMatch(/Nothing changed|Still working/u);
  });

  it('when it is back all goes on by itself, and what senders retry is heard once', async () => {
    const voices = Array.from({ length: 20 }, () => lowScore());
    const sending = voices.map((voice) => insist(story, voice, `msg-${randomUUID()}`));
    await bringBack(story.database.url!);
    for (const { status, body } of await Promise.all(sending)) {
      expect(status).toBe(202);
      kept.push((body as { readonly id: string }).id);
    }
    await until(
      'every accepted voice has its card',
      () => (cardsIn(story.slack, MONEY).length === 1 + voices.length ? true : undefined),
      40_000,
    );
    await story.slack.clickButton({ user: KIM, channel: MONEY, ts: first().ts, actionId: 'claim' });
    await until('it is claimed', () => first().thread[0]);
    await until('Teams shows it', () => firstOnTeams().thread[0]);
  });

  it('while voices come in and the database flickers, whatever was accepted becomes a card, once', async () => {
    const before = cardsIn(story.slack, MONEY).length;
    const voices = Array.from({ length: 30 }, () => lowScore());
    const sending = voices.map((voice) => insist(story, voice, `msg-${randomUUID()}`));
    for (let times = 0; times < 3; times += 1) {
      await takeAway(story.database.url!);
      await bringBack(story.database.url!);
    }
    const answers = await Promise.all(sending);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]));
    kept.push(...answers.map(({ body }) => (body as { readonly id: string }).id));
    expect(new Set(kept).size).toBe(50);
    await until(
      'every accepted voice has its card',
      () => (cardsIn(story.slack, MONEY).length === before + voices.length ? true : undefined),
      60_000,
    );
    expect(story.slack.duplicates()).toEqual([]);
  }, 90_000);

  it('SIGTERM while the database is away still ends it in good order', async () => {
    await takeAway(story.database.url!);
    const began = performance.now();
    await story.product().stop();
    expect(performance.now() - began).toBeLessThan(15_000);
  }, 40_000);

  async function told(user: string): Promise<string> {
    return (await story.slack.waitForEphemeral({ user, timeoutMs: 15_000 })).text;
  }
});

/** A sender as the good ones are: the same webhook again until it is taken. */
async function insist(story: Story, voice: Voice, id: string): Promise<Answer> {
  return until(
    'the voice is taken',
    async () => {
      const answer = await story.hear(voice, id);
      expect([202, 503]).toContain(answer.status);
      return answer.status === 202 ? answer : undefined;
    },
    30_000,
  );
}
