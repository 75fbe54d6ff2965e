/** What a story needs that is told alike on each chat platform. */
import { cardsIn } from './read-slack.js';
import { cardsOnTeams } from './read-teams.js';
import { beginStory, MONEY, type Story, SUPPORT } from './story.js';
import { beginOnTeams, SUPPORT_ON_TEAMS } from './teams-alone.js';
import { MONEY_ON_TEAMS } from './teams-story.js';

export const CHAT_PLATFORMS = ['Slack', 'Teams'] as const;

interface ToldCard {
  readonly title: string;
  /** Every word on it. */
  readonly all: string;
  /** The lines of its thread, oldest first. */
  readonly thread: readonly string[];
}

export interface ToldAlike {
  readonly story: Story;
  /** In the channel that hears of refunds, oldest first. */
  readonly cards: () => readonly ToldCard[];
  /** In the channel that hears of everything else. */
  readonly otherCards: () => readonly ToldCard[];
  readonly duplicates: () => readonly unknown[];
}

export async function beginOn(platform: (typeof CHAT_PLATFORMS)[number]): Promise<ToldAlike> {
  switch (platform) {
    case 'Slack': {
      const story = await beginStory();
      const { slack } = story;
      return {
        story,
        cards: () => cardsIn(slack, MONEY),
        otherCards: () => cardsIn(slack, SUPPORT),
        duplicates: slack.duplicates,
      };
    }
    case 'Teams': {
      const story = await beginOnTeams();
      const { teams } = story;
      return {
        story,
        cards: () => cardsOnTeams(teams, MONEY_ON_TEAMS),
        otherCards: () => cardsOnTeams(teams, SUPPORT_ON_TEAMS),
        duplicates: teams.duplicates,
      };
    }
  }
}
