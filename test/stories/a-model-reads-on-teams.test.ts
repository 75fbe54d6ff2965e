import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  CALM,
  KEY,
  type ModelCounterpart,
  startModelCounterpart,
} from '../counterparts/model/model-counterpart.js';
import type { TeamsMessage } from '../counterparts/teams/message.js';
import { alive } from '../platforms/teams/teams-markup.js';
import { cardsOnTeams, type ShownTeamsCard } from './read-teams.js';
import { lowScore } from './senders.js';
import { beginOnTeams, SUPPORT_ON_TEAMS } from './teams-alone.js';
import type { TeamsStory } from './teams-story.js';
import { until } from './until.js';
import { visitDesk } from './visit-desk.js';

const WORDS = 'Nobody came back to me about the fitting, and I am done being patient.';
const GRAVE = {
  ...CALM,
  sentiment: 'negative',
  severity: 'high',
  reason: 'The customer was left without an answer',
  quote: 'I am done being patient',
};
/** As Microsoft wants generated words to be marked. */
const LABEL = {
  type: 'https://schema.org/Message',
  '@type': 'Message',
  '@context': 'https://schema.org',
  '@id': '',
  additionalType: ['AIGeneratedContent'],
};

let model: ModelCounterpart;
let story: TeamsStory;
beforeAll(async () => {
  model = await startModelCounterpart();
  model.behave({ kind: 'hangs' });
  story = await beginOnTeams({ env: { OPENAI_API_KEY: KEY, OPENAI_BASE_URL: model.baseUrl } });
}, 120_000);
afterAll(() => model.close());

const cards = (): readonly ShownTeamsCard[] => cardsOnTeams(story.teams, SUPPORT_ON_TEAMS);
const cardOf = (name: string): ShownTeamsCard | undefined =>
  cards().find(({ title }) => title.includes(name));
const messageOf = (name: string): TeamsMessage => story.teams.message({ id: cardOf(name)!.id })!;
const speak = (text: string) =>
  story.hear(lowScore({ score: 2, text, customer: { id: text, name: 'Maria Lopez' } }));

it('a voice becomes a card at once, while the model hangs over it, and nothing says that words are generated', async () => {
  await speak(WORDS);
  await until('the card is posted', () => cardOf('CX-1'), 10_000);
  await until('the model was asked', () => (model.heard().length > 0 ? true : undefined), 10_000);
  expect(cardOf('CX-1')?.title).toContain('Normal');
  expect(cardOf('CX-1')?.all).not.toContain('Read by');
  expect(messageOf('CX-1').activity['entities'] ?? []).toEqual([]);
});

it('the reading raises the card, tells its thread, and the message is labelled as generated', async () => {
  model.behave({ kind: 'answers', with: () => GRAVE });
  await story.restart();
  await story.connected();
  await until(
    'the card is raised',
    () => (cardOf('CX-1')?.title.includes('High') ? true : undefined),
    30_000,
  );
  expect(cardOf('CX-1')?.all).toContain('Why: CSAT of 2 or less');
  for (const words of [
    'Read by gpt-4.1-mini: negative.',
    `${GRAVE.reason}: “${GRAVE.quote}”.`,
    'Raised from normal.',
  ]) {
    expect(cardOf('CX-1')?.all).toContain(words);
  }
  expect(messageOf('CX-1').activity['entities']).toEqual([LABEL]);
  await until('the thread is told', () =>
    cardOf('CX-1')?.thread.join().includes('Earshot raised this from normal to high') ? true : undefined,
  );
}, 60_000);

it('the worst that a model can say calls, links and formats nothing, there and on the desk', async () => {
  const usual = new Set(alive(messageOf('CX-1').activity).map(untimed));
  const reason =
    '@everyone **now** _x_ {{DATE(2026-11-20T10:00:00Z)}} `run` &lt;at&gt;Kim Larsen&lt;/at&gt; # close';
  model.behave({ kind: 'answers', with: () => ({ ...GRAVE, severity: 'low', reason }) });
  await speak(`Again: ${WORDS}`);
  model.behave({
    kind: 'answers',
    with: (input) => ({
      ...GRAVE,
      severity: 'low',
      reason: input.includes('Again') ? reason : '<at>Kim Larsen</at> [bank](https://evil.example)',
    }),
  });
  await speak(`Once more: ${WORDS}`);
  for (const name of ['CX-2', 'CX-3']) {
    await until(`${name} is read`, () => (cardOf(name)?.all.includes('Read by') ? true : undefined), 30_000);
    const { activity } = messageOf(name);
    expect(
      alive(activity)
        .map(untimed)
        .filter((each) => !usual.has(each)),
    ).toEqual([]);
    expect(activity['entities']).toEqual([LABEL]);
    expect(cardOf(name)?.title).toContain('Normal');
  }
  expect(cardOf('CX-3')?.all).not.toContain('evil.example');
  const desk = await visitDesk(story.product());
  expect(await desk.read('/channels/support?open=2')).toContain(
    'Read by gpt-4.1-mini: negative. @everyone **now**',
  );
  await story.product().stop();
}, 60_000);

/** Times that a card tells are ours and differ. */
function untimed(found: string): string {
  return found.replace(/\{\{(DATE|TIME)\([^)]*\)\}\}/gu, '$1');
}
