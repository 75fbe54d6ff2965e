import { expect, it } from 'vitest';
import { alertCard } from '../../src/cards/alert-card.js';
import type { Card } from '../../src/cards/card.js';
import type { ModelReadingView } from '../../src/domain/model-reading.js';
import { renderCard as onSlack } from '../../src/platforms/slack/render/render-card.js';
import { renderMessage as onTeams } from '../../src/platforms/teams/render/render-message.js';
import { alive as aliveOnSlack } from '../platforms/slack/slack-markup.js';
import { alive as aliveOnTeams } from '../platforms/teams/teams-markup.js';
import { VIEW } from './acme.js';
import { beyond } from './beyond.js';
import { INJECTIONS, nameOf } from './injections.js';

const BARE: ModelReadingView = {
  reader: 'gpt-test',
  sentiment: 'negative',
  severity: 'high',
  flags: ['churn', 'repeated contact'],
  themes: ['refunds'],
};
const READING: ModelReadingView = {
  ...BARE,
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
  expect(words({ ...BARE, flags: [] })).toBe('Read by gpt-test: negative.');
});

it('a card that no model read is the same as ever', () => {
  expect(alertCard(VIEW)).not.toHaveProperty('read');
  expect(onTeams({ kind: 'card', card: alertCard(VIEW) }).entities).toEqual([]);
});

it('nothing that a model says comes alive on Slack or Teams', () => {
  const aliveIn = (card: Card) => ({
    slack: aliveOnSlack(onSlack(card, () => undefined)),
    teams: aliveOnTeams(onTeams({ kind: 'card', card }).attachments),
  });
  const usual = aliveIn(cardWith(READING));
  for (const words of INJECTIONS) {
    const because = { reason: `Before ${words} after`, quote: words };
    const found = aliveIn(cardWith({ ...READING, reader: words, because }));
    expect(beyond(found.slack, usual.slack), nameOf(words)).toEqual([]);
    expect(beyond(found.teams, usual.teams), nameOf(words)).toEqual([]);
  }
});
