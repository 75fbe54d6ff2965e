/** Long because every part of the card is looked at in every state. */
import { describe, expect, it } from 'vitest';
import { asksFirst, type FormActionId, isOfPostMortem } from '../../../src/cards/actions.js';
import { alertCard } from '../../../src/cards/alert-card.js';
import { ALL_FORMS } from '../../../src/cards/all-forms.js';
import type { Card } from '../../../src/cards/card.js';
import { clock, line, person } from '../../../src/cards/text.js';
import { ALERT_STATES } from '../../../src/domain/alert.js';
import { cardForm } from '../../../src/platforms/teams/render/card-form.js';
import { renderCard } from '../../../src/platforms/teams/render/render-card.js';
import { renderMessage } from '../../../src/platforms/teams/render/render-message.js';
import { ANA, at, KIM, viewIn, without } from '../../cards/acme.js';
import { MARIA } from '../../cards/maria.js';
import { checkCard } from './card-rules.js';

const CARD: Card = {
  ...MARIA,
  facts: [
    { label: 'Score', value: line('CSAT 2 of 5, was 5') },
    { label: 'Account', value: line('Acme · gold') },
    { label: 'Owner', value: line(person(KIM)) },
    {
      label: 'Respond by',
      value: line(clock(at('10:40')), ' (', { kind: 'time', at: at('10:40'), as: 'relative' }, ')'),
    },
    { label: 'Prefers', value: line('a phone call') },
    { label: 'Similar', value: line('3 in the 7 days before') },
  ],
  notes: [line('Why: CSAT of 2 or less.')],
};

function press(action: string, title: string, more: object = {}) {
  const shared = {
    title,
    tooltip: `${title} CX-123`,
    data: { earshot: { v: 1, action, alert: 123 } },
    associatedInputs: 'none',
    ...more,
  };
  return { type: 'Action.Execute', verb: action, ...shared, fallback: { type: 'Action.Submit', ...shared } };
}

function factColumn(label: string, value: object) {
  return {
    type: 'Column',
    width: 'stretch',
    items: [
      { type: 'TextBlock', text: label, wrap: true, size: 'small', isSubtle: true },
      { ...value, spacing: 'none' },
    ],
  };
}

function runs(...texts: readonly string[]) {
  return { type: 'RichTextBlock', inlines: texts.map((text) => ({ type: 'TextRun', text })) };
}

/** What stands behind the menu is asked by the bot, which knows more than the card. */
const ON_CARDS = [...new Set(ALERT_STATES.flatMap((state) => alertCard(viewIn(state)).buttons))].filter(
  (action): action is FormActionId => asksFirst(action) && !isOfPostMortem(action),
);

describe('a card on Teams', () => {
  it('shows state and matter in a band, then the words, what to act on, and why', () => {
    const small = { size: 'small', isSubtle: true };
    expect(renderCard(CARD).body).toEqual([
      {
        type: 'Container',
        style: 'attention',
        bleed: true,
        items: [
          {
            type: 'ColumnSet',
            columns: [
              {
                type: 'Column',
                width: 'stretch',
                items: [
                  { type: 'TextBlock', text: 'High', wrap: true, weight: 'bolder', color: 'attention' },
                ],
              },
              {
                type: 'Column',
                width: 'auto',
                items: [{ type: 'TextBlock', text: 'CX-123', wrap: true, isSubtle: true }],
              },
            ],
          },
          {
            type: 'TextBlock',
            text: 'Maria Lopez at Acme gave 2 of 5 after a call about refunds',
            wrap: true,
            size: 'medium',
            weight: 'bolder',
            style: 'heading',
            spacing: 'small',
          },
        ],
      },
      { type: 'Container', style: 'emphasis', spacing: 'medium', items: [runs('“Third time I call.”')] },
      {
        type: 'ColumnSet',
        spacing: 'medium',
        columns: [
          factColumn('Respond by', {
            type: 'TextBlock',
            text: '{{DATE(2026-11-20T10:40:00Z, SHORT)}}, {{TIME(2026-11-20T10:40:00Z)}}',
            wrap: true,
          }),
          factColumn('Owner', runs('Kim')),
        ],
      },
      {
        type: 'ColumnSet',
        spacing: 'small',
        columns: [
          factColumn('Score', runs('CSAT 2 of 5, was 5')),
          factColumn('Account', runs('Acme · gold')),
        ],
      },
      {
        type: 'RichTextBlock',
        spacing: 'medium',
        inlines: [
          { type: 'TextRun', text: 'Prefers', ...small, weight: 'bolder' },
          { type: 'TextRun', text: ' ', ...small },
          { type: 'TextRun', text: 'a phone call', ...small },
          { type: 'TextRun', text: ' | ', ...small },
          { type: 'TextRun', text: 'Similar', ...small, weight: 'bolder' },
          { type: 'TextRun', text: ' ', ...small },
          { type: 'TextRun', text: '3 in the 7 days before', ...small },
        ],
      },
      { ...runs('Why: CSAT of 2 or less.'), spacing: 'medium' },
      {
        type: 'TextBlock',
        text: '[Zendesk 8841 (acme.zendesk.com)](https://acme.zendesk.com/agent/tickets/8841)',
        wrap: true,
        size: 'small',
        spacing: 'small',
      },
    ]);
  });

  it('has its buttons with one primary, forms unfolding in place, and the rest in a menu', () => {
    const submit = {
      title: 'Not an issue',
      data: { earshot: { v: 1, action: 'dismiss', alert: 123, form: true } },
      style: 'positive',
    };
    const { actions } = renderCard(CARD);
    expect(actions).toEqual([
      press('claim', 'Claim', { style: 'positive' }),
      {
        type: 'Action.ShowCard',
        title: 'Not an issue',
        tooltip: 'Not an issue',
        card: {
          type: 'AdaptiveCard',
          body: [
            expect.objectContaining({ type: 'Input.ChoiceSet', id: 'dismiss-dismissal', style: 'compact' }),
            expect.objectContaining({ type: 'Input.Text', id: 'dismiss-note', maxLength: 2_000 }),
          ],
          actions: [
            {
              type: 'Action.Execute',
              verb: 'dismiss',
              ...submit,
              fallback: { type: 'Action.Submit', ...submit },
            },
          ],
        },
      },
      press('change_severity', 'Change severity', { mode: 'secondary' }),
      press('history', 'History', { mode: 'secondary' }),
    ]);
  });

  it.each([
    ['open', 'attention', 'High'],
    ['claimed', 'warning', 'Claimed by Kim'],
    ['resolved', 'good', 'Resolved: recovered'],
    ['dismissed', 'emphasis', 'Not an issue: already handled'],
  ] as const)('says %s in a colour and in words', (state, style, words) => {
    const [band] = renderCard(alertCard(viewIn(state))).body;
    expect(band).toMatchObject({ type: 'Container', style });
    expect(JSON.stringify(band)).toContain(JSON.stringify(words));
  });

  it.each(ALERT_STATES)('keeps to every rule of Teams when %s', (state) => {
    const card = renderCard(alertCard(viewIn(state)));
    expect(checkCard(card)).toEqual([]);
    expect(card.fallbackText).not.toBe('');
    const primary = card.actions?.filter((action) => action.style === 'positive') ?? [];
    expect(primary).toHaveLength(state === 'open' || state === 'claimed' ? 1 : 0);
  });

  it.each(ON_CARDS)('asks on the card the very fields of the form to %s', (action) => {
    for (const state of ALERT_STATES) {
      const view = viewIn(state);
      const { fields, submit, title } = ALL_FORMS[action].ask(view, 'UTC');
      expect(cardForm(action, alertCard(view))).toEqual({ action, alert: 123, title, submit, fields });
    }
  });

  it('leaves out what is not known rather than showing it empty', () => {
    const bare: Card = { ...without(CARD, 'quote', 'link'), facts: [], notes: [], buttons: [], more: [] };
    const card = renderCard(bare);
    expect(card.body).toHaveLength(1);
    expect(checkCard(card)).toEqual([]);
  });

  it('calls a person only where the card means to, and names those who are not on Teams', () => {
    const card = {
      ...CARD,
      facts: [{ label: 'Over to', value: line(person(KIM, true), ' and ', person(ANA)) }],
    };
    const called = renderMessage({ kind: 'card', card }, { mentions: () => '29:kim' });
    const content = called.attachments[0]?.content;
    expect(JSON.stringify(content?.body)).toContain('"<at>Kim</at> and Ana"');
    expect(content?.msteams?.entities).toEqual([
      { type: 'mention', text: '<at>Kim</at>', mentioned: { id: '29:kim', name: 'Kim' } },
    ]);
    const unknown = renderMessage({ kind: 'card', card }).attachments[0]?.content;
    expect(JSON.stringify(unknown)).not.toContain('<at>');
    expect(unknown?.msteams).toBeUndefined();
  });

  it.each([
    ['a script', 'javascript:alert(1)'],
    ['data', 'data:text/html,x'],
    ['a host behind a name that looks like one', 'https://bank.example@evil.example/'],
    ['nothing', 'not a link'],
    ['an address too long', `https://evil.example/${'x'.repeat(2_000)}`],
  ])('shows no link that leads to %s', (_, url) => {
    const card = renderCard({ ...CARD, link: { text: 'Zendesk', url } });
    expect(JSON.stringify(card)).not.toContain('](');
  });

  it('says where a link leads, whatever its words claim', () => {
    const card = renderCard({ ...CARD, link: { text: 'bank.example', url: 'https://evil.example/x' } });
    expect(JSON.stringify(card)).toContain('[bank.example (evil.example)](https://evil.example/x)');
  });
});
