import { beforeAll, expect, it } from 'vitest';
import { CROWD, everybodyClaims, untilBothTellOfOne } from './crowd-on-both.js';
import type { Product } from './product.js';
import { cardsIn } from './read-slack.js';
import { cardsOnTeams } from './read-teams.js';
import { lowScore, sendVoice } from './senders.js';
import { createEmptyStoryDatabase, query } from './server-control.js';
import { describeOnServer } from './server-only.js';
import { MONEY } from './story.js';
import { beginTeamsStory, MONEY_ON_TEAMS, type TeamsStory } from './teams-story.js';
import { until } from './until.js';

describeOnServer('two-processes-on-both', () => {
  let story: TeamsStory;
  let both: readonly [Product, Product];
  beforeAll(async () => {
    story = await beginTeamsStory({ ...CROWD, database: await createEmptyStoryDatabase() });
    await story.product().stop();
    both = await story.startTwo();
  }, 90_000);

  const onSlack = () => cardsIn(story.slack, MONEY);
  const onTeams = () => cardsOnTeams(story.teams, MONEY_ON_TEAMS);

  it('forty signals of one matter over both at once are one card on Slack and one on Teams', async () => {
    const customer = { id: 'maria', name: 'Maria Lopez', email: 'maria@example.com' };
    const sent = await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        sendVoice(both[index % 2]!.address, lowScore({ customer, text: `Refund! Call number ${index}.` })),
      ),
    );
    expect(sent.every(({ status }) => status === 202)).toBe(true);
    await until('both cards say ×40', () =>
      [onSlack()[0], onTeams()[0]].every((card) => card?.all.includes('×40, last')) ? true : undefined,
    );
    expect([onSlack().length, onTeams().length]).toEqual([1, 1]);
  });

  it('a card of its own, claimed by two hundred people on both platforms and in both processes, has one owner', async () => {
    // 2 to 5, 10 and 20.
    await until('the threads are told', () =>
      onSlack()[0]!.thread.length >= 6 && onTeams()[0]!.thread.length >= 6 ? true : undefined,
    );
    const before = [onSlack()[0]!.thread.length, onTeams()[0]!.thread.length];
    story.slack.clearRecords();
    story.teams.clearRecords();
    const { owner, told, own } = await everybodyClaims(story);
    expect(told + own).toBe(200);
    expect([1, 2]).toContain(own);
    await untilBothTellOfOne(story, owner, before);
    const claims = await query(
      story.database.url!,
      `select count(*)::int as claims from alert_events where kind = 'claimed'`,
    );
    expect(claims).toEqual([{ claims: 1 }]);
    expect(story.teams.breaches().filter(({ kind }) => kind === 'send')).toEqual([]);
  }, 60_000);

  it('each platform’s people and channels are one list, whichever process met them first', async () => {
    const [known] = await query<{ people: number; addresses: number; ghosts: number }>(
      story.database.url!,
      `select (select count(*)::int from staff where email is not null) as people,
         (select count(distinct email)::int from staff) as addresses,
         (select count(*)::int from staff where id not in (select staff_id from staff_identities)) as ghosts`,
    );
    expect(known).toMatchObject({ ghosts: 0 });
    expect(known!.people).toBe(known!.addresses);
    await Promise.all(both.map((each) => each.stop()));
    expect(both.flatMap((each) => each.log().filter(({ level }) => level >= 50))).toEqual([]);
  });
});
