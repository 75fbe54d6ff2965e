import type { FaultOptions } from '../counterparts/slack/faults.js';
import { cardsIn } from '../stories/read-slack.js';
import { KIM, MONEY, prepareStory, type Story, type StoryOptions } from '../stories/story.js';
import { isAtRest } from './at-rest.js';
import type { Stage } from './kill-stage.js';
import { lookOnSlack } from './look-on-slack.js';
import type { Chance } from './seeded.js';
import { late, troubleOn, wireTroubles } from './trouble.js';

const post = { method: 'chat.postMessage', share: 0.4, times: 3 } as const;
export const TROUBLES: readonly FaultOptions[] = [
  ...wireTroubles(post),
  { method: 'chat.update', share: 0.4, times: 3, kind: 'reset', stored: true },
  { method: 'conversations.history', share: 0.5, times: 2, kind: 'http_status', status: 500 },
];

export async function beginOnSlack(options: StoryOptions = {}): Promise<Stage> {
  const story = await prepareStory(options);
  const { slack } = story;
  return {
    story,
    settleIn: () => Promise.resolve(),
    ...troubleOn<FaultOptions>(slack, (chance) => [late(post), chance.pick(TROUBLES)]),
    press: (chance) => pressSomething(story, chance),
    isAtRest,
    lookAround: (after) => lookOnSlack(story, after),
    close: slack.close,
  };
}

/** Slack does not send a click again when it fails. */
async function pressSomething({ slack }: Story, chance: Chance): Promise<void> {
  const cards = cardsIn(slack, MONEY);
  if (cards.length === 0) return;
  const { ts } = chance.pick(cards);
  const actionId = chance.happens(0.7) ? 'claim' : 'release';
  await slack.clickButton({ channel: MONEY, ts, user: KIM, actionId });
}
