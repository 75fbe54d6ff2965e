import { beforeAll, describe, expect, it } from 'vitest';
import { KIM as KIM_ON_TEAMS } from '../counterparts/teams/people.js';
import { cardsIn, type ShownCard } from './read-slack.js';
import { cardsOnTeams, type ShownTeamsCard } from './read-teams.js';
import { lowScore } from './senders.js';
import { KIM, MONEY } from './story.js';
import { beginTeamsStory, MONEY_ON_TEAMS, type TeamsStory } from './teams-story.js';
import { until } from './until.js';
import { type DeskVisit, visitDesk } from './visit-desk.js';

const PARAGRAPHS = Array.from(
  { length: 10 },
  (_, each) => `${each}. ${'So it went. '.repeat(70)}End ${each}.`,
);

describe('a section that is longer than a field of a form', () => {
  let story: TeamsStory;
  let desk: DeskVisit;
  const onSlack = (): ShownCard | undefined =>
    cardsIn(story.slack, MONEY).find(({ all }) => all.includes('Post-mortem PM-1 '));
  const onTeams = (): ShownTeamsCard | undefined =>
    cardsOnTeams(story.teams, MONEY_ON_TEAMS).find(({ all }) => all.includes('Post-mortem PM-1'));

  beforeAll(async () => {
    story = await beginTeamsStory();
    await story.hear(lowScore());
    await until('a card', () => cardsIn(story.slack, MONEY)[0], 30_000);
    await story.slack.sendCommand({ user: KIM, channel: MONEY, command: '/cx-postmortem', text: 'CX-1' });
    await until('its card', () => (onSlack() && onTeams() ? true : undefined), 30_000);
    desk = await visitDesk(story.product());
    const page = { back: '/post-mortems/1' };
    await desk.send('/post-mortems/1/sections/worked', {
      ...page,
      version: '0',
      text: PARAGRAPHS.join('\n\n'),
    });
    const offers = (card?: { readonly all: string }) => card?.all.includes('Rewrite') === true;
    await until(
      'both offer to rewrite it',
      () => (offers(onSlack()) && offers(onTeams()) ? true : undefined),
      30_000,
    );
  }, 120_000);

  const says = (words: string) =>
    until(`the page says “${words}”`, async () =>
      (await desk.read('/post-mortems/1')).includes(words) ? true : undefined,
    );

  it('comes in parts on Slack, and is saved as a whole', async () => {
    await story.slack.clickButton({
      channel: MONEY,
      ts: onSlack()!.ts,
      user: KIM,
      actionId: 'rewrite_section',
    });
    await story.slack.waitForView({ user: KIM, containing: 'Which section' });
    await story.slack.submitView({ user: KIM, values: { section: 'worked' } });
    await story.slack.waitForView({ user: KIM, containing: 'part 4 of 4' });
    const { outcome } = await story.slack.submitView({
      user: KIM,
      values: { textD: 'A last word from Slack.' },
    });
    expect(outcome).toEqual({ kind: 'closed' });
    await says('A last word from Slack.');
    await says('End 0.');
    expect(await desk.read('/post-mortems/1')).not.toContain('End 9.');
  });

  it('comes in parts on Teams, and what is too much is said beside the part, with all that was written', async () => {
    const click = async (values: Record<string, string>) => {
      const { shown } = await story.teams.clickAction({
        person: KIM_ON_TEAMS,
        message: onTeams()!.id,
        verb: 'rewrite_section',
        values,
      });
      return JSON.stringify(shown);
    };
    await click({});
    const form = await click({ 'rewrite_section-section': 'worked' });
    expect(form).toContain('part 4 of 4');
    expect(form).toContain('A last word from Slack.');
    const much = { 'rewrite_section-textB': 'y'.repeat(3_000), 'rewrite_section-textC': 'z'.repeat(3_000) };
    const wrong = await click({ ...much, 'rewrite_section-textD': 'A last word'.repeat(250) });
    expect(wrong).toMatch(/All of it has 1\d,\d{3} characters, and a section holds 10,000: shorten it by/u);
    for (const kept of ['End 0.', 'yyyy', 'zzzz', 'A last wordA last word', 'part 4 of 4'])
      expect(wrong).toContain(kept);
    expect(await desk.read('/post-mortems/1')).not.toContain('yyyy');
    const done = await click({
      'rewrite_section-textC': 'End 8.',
      'rewrite_section-textD': 'A last word from Teams.',
    });
    expect(done).toContain('Send to review');
    await says('A last word from Teams.');
    await says('End 0.');
    await story.product().stop();
  });
});
