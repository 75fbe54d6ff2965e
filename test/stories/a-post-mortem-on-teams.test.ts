import { beforeAll, describe, expect, it } from 'vitest';
import { KIM, SAM } from '../counterparts/teams/people.js';
import { cardsOnTeams, type ShownTeamsCard } from './read-teams.js';
import { lowScore } from './senders.js';
import { beginOnTeams } from './teams-alone.js';
import { MONEY_ON_TEAMS, type TeamsStory } from './teams-story.js';
import { until } from './until.js';

let story: TeamsStory;
beforeAll(async () => {
  story = await beginOnTeams();
  await story.hear(lowScore());
}, 90_000);

const find = (name: string): ShownTeamsCard | undefined =>
  cardsOnTeams(story.teams, MONEY_ON_TEAMS).find(({ title, all }) =>
    name.startsWith('PM')
      ? all.includes(`Post-mortem ${name}`) || all.includes(`${name} · `)
      : title.split(' ').includes(name),
  );
const appears = (name: string) => until(`${name} is in the channel`, () => find(name));
const says = (name: string, words: string) =>
  until(`${name} says “${words}”`, () =>
    [find(name)?.all, ...(find(name)?.thread ?? [])].join('\n').includes(words) ? true : undefined,
  );
const press = async (person: string, name: string, verb: string, values: Record<string, string> = {}) => {
  const { shown } = await story.teams.clickAction({ person, message: find(name)!.id, verb, values });
  return JSON.stringify(shown);
};

describe('a post-mortem on Teams', () => {
  it('is opened by a word to the bot, and its card stands in the channel of its team', async () => {
    await appears('CX-1');
    await story.teams.typeToBot({ person: KIM, conversation: MONEY_ON_TEAMS, text: 'postmortem CX-1' });
    await appears('PM-1');
    await says('CX-1', 'Part of post-mortem PM-1');
  });

  it('is written on its own card: the form in its place, and then the card as it stands', async () => {
    const form = await press(KIM, 'PM-1', 'write_section');
    expect(form).toContain('write_section-text');
    const done = await press(KIM, 'PM-1', 'write_section', {
      'write_section-section': 'differently',
      'write_section-text': 'Call before the third mail. [link](https://evil.example)',
    });
    expect(done).toContain('Call before the third mail.');
    expect(done).toContain('Send to review');
    await says('PM-1', 'wrote “What we would do differently”');
  });

  it('goes to a reviewer who is chosen from the directory; nobody else completes it', async () => {
    await press(KIM, 'PM-1', 'send_to_review');
    await press(KIM, 'PM-1', 'send_to_review', { 'send_to_review-reviewer': SAM });
    await says('PM-1', 'In review');
    expect(await press(KIM, 'PM-1', 'complete_post_mortem')).toContain('who was asked to read it');
    await press(SAM, 'PM-1', 'complete_post_mortem');
    await says('PM-1', 'completed this');
    expect(
      cardsOnTeams(story.teams, MONEY_ON_TEAMS).filter(({ all }) => all.includes('Post-mortem PM-1')),
    ).toHaveLength(1);
    await story.product().stop();
  });
});
