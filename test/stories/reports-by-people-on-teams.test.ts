import { beforeAll, describe, expect, it } from 'vitest';
import { GUS, KIM, SAM } from '../counterparts/teams/people.js';
import { SUPPORT_TEAM } from '../counterparts/teams/tenant.js';
import { cardsOnTeams } from './read-teams.js';
import { beginOnTeams, SUPPORT_ON_TEAMS } from './teams-alone.js';
import { MONEY_ON_TEAMS, tenantWith, type TeamsStory } from './teams-story.js';
import { until } from './until.js';

let story: TeamsStory;
let said: string;
beforeAll(async () => {
  story = await beginOnTeams({
    teams: { tenant: { ...tenantWith(), teams: [{ id: SUPPORT_TEAM, members: [KIM, SAM, GUS] }] } },
  });
  await story.teams.install({ person: KIM });
  ({ id: said } = await story.teams.typeToBot({
    person: SAM,
    conversation: SUPPORT_ON_TEAMS,
    text: 'Maria says: third call about the same refund <b>& no answer</b>',
    mention: false,
  }));
}, 90_000);

const card = (name: string) =>
  until(`${name} is there`, () =>
    cardsOnTeams(story.teams, MONEY_ON_TEAMS).find(({ title, all }) =>
      name.startsWith('PM') ? all.includes(`Post-mortem ${name}`) : title.split(' ').includes(name),
    ),
  );
const told = (words: string) =>
  until(`Kim is told “${words}”`, () =>
    story.teams
      .messages({ conversation: story.teams.personalChat({ person: KIM }).id })
      .find(({ activity }) => JSON.stringify(activity).includes(words)),
  );

describe('what people hear, reported on Teams', () => {
  it('is a message whose words and link are taken along by an entry of its menu; faults are shown beside the fields', async () => {
    const opened = await story.teams.chooseAction({ person: KIM, message: said, command: 'report_voice' });
    expect(JSON.stringify(opened.dialog)).toContain('third call about the same refund <b>& no answer</b>');
    const wrong = await story.teams.submitDialog({ person: KIM, values: { 'report_voice-score': 'bad' } });
    expect(JSON.stringify(wrong.dialog)).toContain('Write it as 2 of 5');
    const sent = await story.teams.submitDialog({
      person: KIM,
      values: { 'report_voice-customer': 'Maria Lopez', 'report_voice-score': '1 of 5' },
    });
    expect(sent.dialog).toMatchObject({
      kind: 'message',
      text: expect.stringContaining('Thank you, it is kept.') as unknown,
    });
    const { all, title } = await card('CX-1');
    expect(title).toContain('Maria Lopez');
    expect(all).toContain('https://teams.microsoft.com/l/message/');
    await told('What you reported is CX-1 now');
  });

  it('counts once, and a guest is told kindly that they cannot', async () => {
    await story.teams.chooseAction({ person: SAM, message: said, command: 'report_voice' });
    const again = await story.teams.submitDialog({ person: SAM });
    expect(again.dialog).toMatchObject({
      text: expect.stringContaining('What was reported is CX-1 now') as unknown,
    });
    const refused = await story.teams.chooseAction({ person: GUS, message: said, command: 'report_voice' });
    expect(refused.dialog).toMatchObject({
      kind: 'message',
      text: expect.stringContaining('Guests can read along') as unknown,
    });
  });

  it('is typed to the bot alone, and filled in on the card that comes', async () => {
    const chat = story.teams.personalChat({ person: KIM }).id;
    await story.teams.typeToBot({ person: KIM, text: 'report The refund never came' });
    const { id } = await told('Report a voice');
    const { shown } = await story.teams.clickAction({ person: KIM, message: id, verb: 'report_voice' });
    expect(JSON.stringify(shown)).toContain('Thank you, it is kept.');
    await card('CX-2');
    expect(chat).not.toBe('');
  });
});

describe('a message of a thread, on Teams', () => {
  it('becomes a note in the post-mortem, once, with its author and its link', async () => {
    await story.teams.typeToBot({ person: KIM, conversation: MONEY_ON_TEAMS, text: 'postmortem CX-1' });
    await card('PM-1');
    for (const words of ['PM-1 holds the message now', 'PM-1 holds this message already']) {
      await story.teams.chooseAction({ person: KIM, message: said, command: 'add_note' });
      const { dialog } = await story.teams.submitDialog({ person: KIM });
      expect(dialog).toMatchObject({ kind: 'message', text: expect.stringContaining(words) as unknown });
    }
    const { thread } = await until('the thread says so', async () => {
      const found = await card('PM-1');
      return found.thread.some((line) => line.includes('added a message of Sam Okafor')) ? found : undefined;
    });
    expect(thread.filter((line) => line.includes('added a message'))).toHaveLength(1);
    await until('CX-2 hears of it', async () =>
      (await card('CX-2')).thread.some((line) => line.includes('Being looked at in PM-1')) ? true : undefined,
    );
    await story.product().stop();
  });
});
