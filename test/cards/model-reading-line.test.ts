import { expect, it } from 'vitest';
import { alertCard } from '../../src/cards/alert-card.js';
import type { ModelReadingView } from '../../src/domain/model-reading.js';
import { renderCard as onSlack } from '../../src/platforms/slack/render/render-card.js';
import { renderMessage as onTeams } from '../../src/platforms/teams/render/render-message.js';
import { HOSTILE_WORDS } from '../platforms/slack/hostile-words.js';
import { alive as aliveOnSlack } from '../platforms/slack/slack-markup.js';
import { TEAMS_HOSTILE_WORDS } from '../platforms/teams/teams-hostile-words.js';
import { alive as aliveOnTeams } from '../platforms/teams/teams-markup.js';
import { VIEW } from './acme.js';

const READING: ModelReadingView = {
  reader: 'gpt-test',
  sentiment: 'negative',
  severity: 'high',
  flags: ['churn', 'repeated contact'],
  themes: ['refunds'],
  because: { reason: 'The customer leaves.', quote: "I'm cancelling on Friday" },
  raisedFrom: 'normal',
};
const cardWith = (modelReading: ModelReadingView) => alertCard({ ...VIEW, modelReading });
const words = (modelReading: ModelReadingView) =>
  cardWith(modelReading)
    .read?.map((part) => ('text' in part ? part.text : ''))
    .join('');

it('the small line names the model, how it reads, why, and what it was raised from', () => {
  expect(words(READING)).toBe(
    "Read by gpt-test: negative, churn, repeated contact. The customer leaves: “I'm cancelling on Friday”. Raised from normal.",
  );
});

it('without a reason it says how it reads, and no more', () => {
  const { because: _, raisedFrom: __, ...bare } = READING;
  expect(words({ ...bare, flags: [] })).toBe('Read by gpt-test: negative.');
});

it('a card that no model read is the same as ever', () => {
  expect(alertCard(VIEW)).not.toHaveProperty('read');
  expect(onTeams({ kind: 'card', card: alertCard(VIEW) }).entities).toEqual([]);
});

it('nothing that a model says comes alive on Slack or Teams', () => {
  const usual = {
    slack: new Set(aliveOnSlack(onSlack(cardWith(READING), () => undefined))),
    teams: new Set(aliveOnTeams(onTeams({ kind: 'card', card: cardWith(READING) }).attachments)),
  };
  for (const hostile of [...HOSTILE_WORDS, ...TEAMS_HOSTILE_WORDS]) {
    const card = cardWith({
      ...READING,
      reader: hostile,
      because: { reason: `Before ${hostile} after`, quote: hostile },
    });
    const slack = aliveOnSlack(onSlack(card, () => undefined)).filter((each) => !usual.slack.has(each));
    const message = onTeams({ kind: 'card', card });
    const teams = aliveOnTeams(message.attachments).filter((each) => !usual.teams.has(each));
    expect([hostile, slack, teams, message.entities.length]).toEqual([hostile, [], [], 1]);
  }
});
