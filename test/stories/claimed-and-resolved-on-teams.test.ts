import { beforeAll, describe, expect, it } from 'vitest';
import { KIM, SAM } from '../counterparts/teams/people.js';
import { AMBER, bandOf, cardsOnTeams, GREEN, RED, type ShownTeamsCard } from './read-teams.js';
import { lowScore } from './senders.js';
import { beginOnTeams, SUPPORT_ON_TEAMS } from './teams-alone.js';
import { MONEY_ON_TEAMS, type TeamsStory } from './teams-story.js';
import { until } from './until.js';

let story: TeamsStory;
beforeAll(async () => {
  story = await beginOnTeams();
}, 90_000);

const cards = (): readonly ShownTeamsCard[] => cardsOnTeams(story.teams, MONEY_ON_TEAMS);
const find = (name: string) => cards().find(({ title }) => title.split(' ').includes(name));
const cardOf = (name: string): ShownTeamsCard => find(name)!;
const appears = (name: string) => until(`${name} is in the channel`, () => find(name));
const becomes = (name: string, colour: string) =>
  until(`the card of ${name} is ${colour}`, () =>
    cardOf(name).colour === colour ? cardOf(name) : undefined,
  );
const threadSays = (name: string, words: string) =>
  until(`the thread of ${name} says ${words}`, () =>
    cardOf(name).thread.find((line) => line.includes(words)),
  );
const press = async (person: string, name: string, verb: string, values: Record<string, string> = {}) => {
  const { shown } = await story.teams.clickAction({ person, message: cardOf(name).id, verb, values });
  return shown;
};
/** Types it to the bot in the channel: what stands in the thread then. */
const type = async (person: string, text: string): Promise<string> => {
  const { thread = '' } = await story.teams.typeToBot({ person, conversation: MONEY_ON_TEAMS, text });
  const answers = () => story.teams.thread({ root: thread }).slice(1);
  await until(`“${text}” is answered`, () => answers()[0]);
  expect(answers()).toHaveLength(1);
  return JSON.stringify(answers()[0]!.activity);
};
/** Who has CX-1, and who would have liked to. */
let owner = KIM;
let other = SAM;

describe('on Teams', () => {
  it('a signed webhook becomes a card in the channel that was connected by a word in it', async () => {
    expect(await story.hear(lowScore())).toMatchObject({ status: 202, body: { outcome: 'accepted' } });
    await appears('CX-1');
    expect(cards()).toMatchObject([
      { title: 'High CX-1 Maria Lopez gave 1 of 5, about refunds', colour: RED, thread: [] },
    ]);
    expect(cardsOnTeams(story.teams, SUPPORT_ON_TEAMS)).toEqual([]);
  });

  it('two people press Claim at the same moment: one has it, the other is told privately who and since when', async () => {
    const message = cardOf('CX-1').id;
    const clicks = [KIM, SAM].map((person) => ({ person, message, verb: 'claim' }));
    const sent = await story.teams.clickTogether({ clicks });
    expect(sent.map(({ status }) => status)).toEqual([200, 200]);
    const line = await threadSays('CX-1', 'claimed this');
    if (line.startsWith('Sam')) [owner, other] = [SAM, KIM];
    const name = owner === KIM ? 'Kim Larsen' : 'Sam Okafor';
    const card = await becomes('CX-1', AMBER);
    expect(card.title).toContain(`Claimed by ${name}`);
    expect(card.thread).toEqual([expect.stringContaining(`${name} claimed this`)]);
    const [mine] = story.teams.notes({ person: owner });
    expect(mine?.shown.kind === 'card' && bandOf(mine.shown.card).title).toContain('Claimed by you');
    const [told] = story.teams.notes({ person: other });
    expect(JSON.stringify(told)).toContain(name);
    expect(JSON.stringify(told)).toContain('has had this since');
  });

  it('the card was edited where it stands', () => {
    const { id } = cardOf('CX-1');
    const [before, ...more] = story.teams.edits({ message: id });
    expect(more).toEqual([]);
    expect(JSON.stringify(before)).toContain('"verb":"claim"');
    expect(cards()).toHaveLength(1);
  });

  it('a button pressed after a restart works as if nothing had happened', async () => {
    await story.restart();
    await story.connected();
    const asked = await press(other, 'CX-1', 'take_over');
    expect(JSON.stringify(asked)).toContain('"id":"take_over-why"');
    const back = await press(other, 'CX-1', 'refresh');
    const name = owner === KIM ? 'Kim Larsen' : 'Sam Okafor';
    expect(back?.kind === 'card' && bandOf(back.card).title).toContain(`Claimed by ${name}`);
    expect(cardOf('CX-1')).toMatchObject({ colour: AMBER, thread: [expect.anything()] });
  });

  it('Resolve asks on the card itself; what is filled in closes it, and the thread tells what came of it', async () => {
    const shown = await press(owner, 'CX-1', 'resolve', {
      'resolve-outcome': 'recovered',
      'resolve-rootCause': 'refund stuck in review',
      'resolve-note': 'refunded and called back',
    });
    expect(shown?.kind === 'card' && bandOf(shown.card)).toMatchObject({ colour: GREEN });
    expect((await becomes('CX-1', GREEN)).title).toContain('Resolved: ');
    const line = await threadSays('CX-1', 'resolved this');
    expect(line).toContain('Refunded and called back.');
    expect(line).toContain('Cause: refund stuck in review.');
    expect(cardOf('CX-1').thread).toHaveLength(2);
  });

  it('a form that needs mending comes back to who sent it alone, with what is missing beside the field', async () => {
    await story.hear(lowScore());
    await appears('CX-2');
    const shown = await press(KIM, 'CX-2', 'dismiss', { 'dismiss-dismissal': 'other' });
    expect(shown?.kind).toBe('card');
    expect(JSON.stringify(shown)).toContain('Say in a few words what it is.');
    expect(cardOf('CX-2')).toMatchObject({ colour: RED, thread: [] });
    await press(KIM, 'CX-2', 'dismiss', { 'dismiss-note': 'a test order' });
    expect(await threadSays('CX-2', 'not an issue')).toContain('A test order.');
  });

  it('what is typed is answered in its thread: lists, a claim, a near miss, help', async () => {
    expect(await type(SAM, 'alerts mine')).toContain('Write “help” to me in a chat of our own once');
    await story.hear(lowScore());
    await appears('CX-3');
    expect(await type(SAM, 'Alerts, unclaimed!')).toMatch(/1 alert has no owner yet.*CX-3/u);
    expect(await type(SAM, 'alerts team')).toContain('1 alert of money is not closed yet');
    expect(await type(SAM, 'claim CX-3')).toMatch(/CX-3.*is yours/u);
    await becomes('CX-3', AMBER);
    expect(await type(KIM, 'claim cx 3')).toMatch(/Sam Okafor.*has had this since/u);
    expect(await type(KIM, 'alerts mne')).toContain("I don't know “alerts mne”. Did you mean ");
    expect(await type(KIM, 'alerts mne')).toContain('“alerts mine”');
    const help = await type(KIM, 'help');
    expect(help).toContain('claim CX-123');
    expect(help).toContain('@Earshot connect <team>');
    expect(help).not.toContain('/cx-');
    expect(await threadSays('CX-3', 'claimed this')).toMatch(/^Sam Okafor/u);
  });

  it('in a chat with the bot alone nobody has to mention it', async () => {
    await story.teams.typeToBot({ person: SAM, text: 'alerts mine' });
    const answer = await story.teams.waitForDirect({ person: SAM, containing: 'You have 1 alert' });
    expect(JSON.stringify(answer.activity)).toContain('CX-3');
  });

  it('who is handed an alert hears of it alone, with the card, on which they can act', async () => {
    const values = { 'reassign-to': 'kim@example.com', 'reassign-why': 'she knows the account' };
    await press(SAM, 'CX-3', 'reassign', values);
    const direct = await story.teams.waitForDirect({ person: KIM, containing: ' handed you this' });
    expect(JSON.stringify(direct.activity)).toContain(': she knows the account.');
    expect((await threadSays('CX-3', 'Kim Larsen')).startsWith('Sam Okafor')).toBe(true);
    await becomes('CX-3', AMBER);
    const { shown } = await story.teams.clickAction({ person: KIM, message: direct.id, verb: 'release' });
    expect(shown?.kind).toBe('card');
    await threadSays('CX-3', 'Kim Larsen gave this back');
    await becomes('CX-3', RED);
  });

  it('and none of it was posted twice or logged as a failure', async () => {
    expect(story.teams.duplicates()).toEqual([]);
    expect(cards().map(({ thread }) => thread.length)).toEqual([2, 1, 3]);
    await story.product().stop();
    const failures = story
      .product()
      .log()
      .filter(({ level }) => level >= 50);
    expect(failures).toEqual([]);
  });
});
