import { beforeAll, describe, expect, it } from 'vitest';
import { KIM } from '../counterparts/teams/people.js';
import { AMBER, cardsOnTeams, type ShownTeamsCard } from './read-teams.js';
import { lowScore } from './senders.js';
import { beginOnTeams } from './teams-alone.js';
import { MONEY_ON_TEAMS, type TeamsStory } from './teams-story.js';
import { until } from './until.js';

const MINUTE_MS = 60_000;

describe('follow-ups on Teams', () => {
  let story: TeamsStory;
  const cardOf = (name: string): ShownTeamsCard =>
    cardsOnTeams(story.teams, MONEY_ON_TEAMS).find(({ title }) => title.split(' ').includes(name))!;
  const threadSays = (name: string, words: string) =>
    until(`the thread of ${name} says ${words}`, () =>
      cardOf(name).thread.some((line) => line.includes(words)) ? true : undefined,
    );
  const told = () => story.teams.directs({ person: KIM }).filter(({ from }) => from.startsWith('28:'));
  const latest = (words: string) =>
    until(
      `Kim is told ${words}`,
      () => {
        const message = told().at(-1);
        return JSON.stringify(message?.activity ?? '').includes(words) ? message : undefined;
      },
      40_000,
    );
  /** That many minutes after everything began. */
  const passTo = async (minutes: number): Promise<void> => {
    await story.restart({ EARSHOT_TEST: JSON.stringify({ clockOffsetMs: minutes * MINUTE_MS }) });
    await story.connected();
  };
  const click = (message: string, verb: string, data: object = {}, values: Record<string, string> = {}) =>
    story.teams.clickAction({ person: KIM, message, verb, data: data as never, values });
  /** Asks for the form on the card and sends it. */
  const fill = async (name: string, verb: string, values: Record<string, string>): Promise<void> => {
    const { id } = cardOf(name);
    await click(id, verb);
    await click(id, verb, {}, values);
  };

  /** The nth that the thread hears of: what is posted while the product stops may stay unconfirmed on Teams. */
  const promise = async (nth: number): Promise<void> => {
    await fill('CX-1', 'promise', { 'promise-due': 'in 1 h' });
    await until(`promise ${nth} is in the thread`, () =>
      cardOf('CX-1').thread.filter((line) => line.includes('promised the customer')).length === nth
        ? true
        : undefined,
    );
  };

  beforeAll(async () => {
    story = await beginOnTeams();
    await story.teams.install({ person: KIM });
    for (const customer of ['a', 'b', 'c'])
      await story.hear(lowScore({ customer: { id: customer, name: `Customer ${customer}` } }));
    await until('three cards', () =>
      cardsOnTeams(story.teams, MONEY_ON_TEAMS).length === 3 ? true : undefined,
    );
    for (const name of ['CX-1', 'CX-2']) await click(cardOf(name).id, 'claim');
    await until('two are claimed', () =>
      ['CX-1', 'CX-2'].every((name) => cardOf(name).colour === AMBER) ? true : undefined,
    );
  }, 120_000);

  it('a quarter of an hour before, and at the time, the owner of two is told once; the thread of the third hears of it', async () => {
    await passTo(50);
    await latest('2 of your alerts need you');
    expect(JSON.stringify(told().at(-1))).toContain('respond by');
    const before = told().length;
    await passTo(62);
    await latest('it was to be answered by');
    expect(told()).toHaveLength(before + 1);
    await threadSays('CX-3', 'Nobody has claimed this');
    await passTo(62);
    await threadSays('CX-3', 'Nobody has claimed this');
    expect(told()).toHaveLength(before + 1);
    expect(
      cardOf('CX-3')
        .thread.join()
        .match(/Nobody has claimed this/gu),
    ).toHaveLength(1);
  }, 180_000);

  it('one is put off where the reminder stands, a contact is written down on the card of the other', async () => {
    const { id } = told().at(-1)!;
    const asked = await click(id, 'remind_me', { earshot: { v: 1, action: 'remind_me', alert: 2 } });
    expect(asked.shown?.kind).toBe('card');
    await click(id, 'remind_me', {}, { 'remind_me-span': '4h' });
    await threadSays('CX-2', 'snoozed this until');
    await fill('CX-1', 'log_contact', { 'log_contact-channel': 'call', 'log_contact-result': 'no_answer' });
    await threadSays('CX-1', 'no answer');
  }, 60_000);

  it('a promised call-back is kept, late or broken, and the thread says which', async () => {
    const reached = { 'log_contact-channel': 'call', 'log_contact-result': 'reached' };
    await promise(1);
    await fill('CX-1', 'log_contact', reached);
    await threadSays('CX-1', 'The promise is kept.');
    await promise(2);
    await passTo(62 + 90);
    await latest('a call-back is promised for');
    await fill('CX-1', 'log_contact', reached);
    await threadSays('CX-1', 'Later than promised.');
    await promise(3);
    await passTo(62 + 90 + 125);
    await threadSays('CX-1', 'did not happen');
  }, 180_000);

  it('the owner who does nothing for hours is asked, and says that they are still on it', async () => {
    await passTo(62 + 90 + 8 * 60 + 10);
    const { id } = await latest('Are you still on it?');
    const one = { earshot: { v: 1, action: 'still_on_it', alert: 1 } };
    await click(id, 'still_on_it', one);
    await threadSays('CX-1', 'is still on it');
    const mine = await story.teams.typeToBot({ person: KIM, text: 'mine' });
    expect(mine.status).toBe(200);
    await latest('2 alerts are yours');
    const { shown } = await click(told().at(-1)!.id, 'mine');
    expect(JSON.stringify(shown)).toContain('2 alerts are yours');
    await story.product().stop();
    const failures = story.product().log();
    expect(failures.filter(({ level }) => level >= 50)).toEqual([]);
    expect(story.teams.duplicates()).toEqual([]);
  }, 120_000);
});
