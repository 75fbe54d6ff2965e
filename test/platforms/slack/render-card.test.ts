import { describe, expect, it } from 'vitest';
import { alertCard } from '../../../src/cards/alert-card.js';
import { ACTIONS } from '../../../src/cards/actions.js';
import type { Card } from '../../../src/cards/card.js';
import { clock, line, person } from '../../../src/cards/text.js';
import { ALERT_STATES } from '../../../src/domain/alert.js';
import { BLOCK_KIT } from '../../../src/platforms/slack/limits.js';
import { readPressed } from '../../../src/platforms/slack/render/buttons.js';
import { renderCard } from '../../../src/platforms/slack/render/render-card.js';
import { checkMessageBlocks } from '../../counterparts/slack/block-kit-limits.js';
import { at, KIM, viewIn, without } from '../../cards/acme.js';
import { longCard } from '../../cards/at-their-longest.js';
import { MARIA } from '../../cards/maria.js';

const nobody = () => undefined;

const CARD: Card = {
  ...MARIA,
  facts: [
    { label: 'Score', value: line('CSAT 2 of 5, was 5') },
    {
      label: 'Respond by',
      value: line(clock(at('10:40')), ' (', { kind: 'time', at: at('10:40'), as: 'relative' }, ')'),
    },
    { label: 'Owner', value: line(person(KIM)) },
  ],
  notes: [line('Recovered: refunded.'), line('Why: CSAT of 2 or less.')],
};

describe('a card on Slack', () => {
  it('has its title above and everything else beside a bar in the colour of its state', () => {
    const seconds = at('10:40').getTime() / 1000;
    expect(renderCard(CARD, nobody)).toEqual({
      text: CARD.fallback,
      blocks: [
        {
          type: 'section',
          text: {
            type: 'mrkdwn',
            text: '*High · CX-123* · Maria Lopez at Acme gave 2 of 5 after a call about refunds',
            verbatim: true,
          },
        },
      ],
      attachments: [
        {
          color: '#a30200',
          fallback: CARD.fallback,
          blocks: [
            {
              type: 'rich_text',
              elements: [
                { type: 'rich_text_quote', elements: [{ type: 'text', text: '“Third time I call.”' }] },
              ],
            },
            {
              type: 'section',
              fields: [
                { type: 'mrkdwn', text: '*Score*\nCSAT 2 of 5, was 5', verbatim: true },
                {
                  type: 'mrkdwn',
                  text: `*Respond by*\n<!date^${seconds}^{date_short_pretty} {time}|20 Nov 10:40 UTC> (<!date^${seconds}^{ago}|20 Nov 10:40 UTC>)`,
                  verbatim: true,
                },
                { type: 'mrkdwn', text: '*Owner*\nKim', verbatim: true },
              ],
            },
            {
              type: 'rich_text',
              elements: [
                {
                  type: 'rich_text_section',
                  elements: [
                    { type: 'text', text: 'Recovered: refunded.' },
                    { type: 'text', text: '\n' },
                    { type: 'text', text: 'Why: CSAT of 2 or less.' },
                  ],
                },
              ],
            },
            {
              type: 'actions',
              elements: [
                {
                  type: 'button',
                  action_id: 'claim',
                  text: { type: 'plain_text', text: 'Claim', emoji: false },
                  value: '123',
                  accessibility_label:
                    'Claim CX-123, Maria Lopez at Acme gave 2 of 5 after a call about refunds',
                  style: 'primary',
                },
                {
                  type: 'button',
                  action_id: 'dismiss',
                  text: { type: 'plain_text', text: 'Not an issue', emoji: false },
                  value: '123',
                  accessibility_label:
                    'Not an issue CX-123, Maria Lopez at Acme gave 2 of 5 after a call about…',
                },
                {
                  type: 'overflow',
                  action_id: 'more',
                  options: [
                    {
                      text: { type: 'plain_text', text: 'Change severity', emoji: false },
                      value: 'change_severity:123',
                    },
                    { text: { type: 'plain_text', text: 'History', emoji: false }, value: 'history:123' },
                  ],
                },
                {
                  type: 'button',
                  action_id: 'open_link',
                  text: { type: 'plain_text', text: 'Zendesk 8841 (acme.zendesk.com)', emoji: false },
                  url: 'https://acme.zendesk.com/agent/tickets/8841',
                  accessibility_label: 'Open Zendesk 8841 (acme.zendesk.com)',
                },
              ],
            },
          ],
        },
      ],
    });
  });

  it.each([
    ['open', '#a30200', 'High · CX-123'],
    ['claimed', '#daa038', 'Claimed by Kim · CX-123'],
    ['resolved', '#2eb886', 'Resolved: recovered · CX-123'],
    ['dismissed', '#8d8d8d', 'Not an issue: already handled · CX-123'],
  ] as const)('says %s in a colour and in words', (state, colour, words) => {
    const message = renderCard(alertCard(viewIn(state)), nobody);
    expect(message.attachments[0]?.color).toBe(colour);
    expect(JSON.stringify(message.blocks)).toContain(`*${words}*`);
  });

  it.each(ALERT_STATES)('is taken by Slack in every part when %s', (state) => {
    const { text, ...content } = renderCard(alertCard(viewIn(state)), nobody);
    expect(checkMessageBlocks(content)).toBeUndefined();
    expect(text).not.toBe('');
  });

  it('calls a person only where the card means to, and names those who are not on Slack', () => {
    const facts = [{ label: 'Over to', value: line(person(KIM, true), ' and ', person(KIM)) }];
    const called = renderCard({ ...CARD, facts }, () => 'U0KIM00001');
    expect(JSON.stringify(called.attachments)).toContain('*Over to*\\n<@U0KIM00001> and Kim');
    const unknown = renderCard({ ...CARD, facts }, nobody);
    expect(JSON.stringify(unknown.attachments)).toContain('*Over to*\\nKim and Kim');
  });

  it('leaves out what is not known rather than showing it empty', () => {
    const bare: Card = { ...without(CARD, 'quote', 'link'), facts: [], notes: [], buttons: [], more: [] };
    const message = renderCard(bare, nobody);
    expect(message.attachments[0]?.blocks).toEqual([]);
    expect(checkMessageBlocks(message)).toBeUndefined();
  });

  it.each([
    ['a script', 'javascript:alert(1)'],
    ['data', 'data:text/html,x'],
    ['a host behind a name that looks like one', 'https://bank.example@evil.example/'],
    ['a host behind a password', 'https://user:secret@evil.example/'],
    ['nothing', 'not a link'],
    ['an address too long for Slack', `https://evil.example/${'x'.repeat(BLOCK_KIT.buttonUrlChars)}`],
  ])('shows no button that leads to %s', (_, url) => {
    const message = renderCard({ ...CARD, link: { text: 'Zendesk', url } }, nobody);
    expect(JSON.stringify(message)).not.toContain('open_link');
  });

  it('says where a link leads, whatever its words claim', () => {
    const message = renderCard(
      { ...CARD, link: { text: 'bank.example', url: 'https://evil.example/x' } },
      nobody,
    );
    expect(JSON.stringify(message)).toContain('"bank.example (evil.example)"');
  });

  it('stays within every limit at the longest and beyond', () => {
    const long = 'Wörd & <more> *x* '.repeat(2_000);
    const message = renderCard({ ...longCard(CARD, long), buttons: [...ACTIONS] }, nobody);
    expect(checkMessageBlocks(message)).toBeUndefined();
    expect(message.text.length).toBeLessThanOrEqual(3_000);
  });
});

describe('what comes back of a button', () => {
  it('is an action of ours and the number of an alert', () => {
    expect(readPressed({ actionId: 'claim', value: '123' })).toEqual({ action: 'claim', alert: 123 });
    expect(readPressed({ actionId: 'more', value: 'history:7' })).toEqual({ action: 'history', alert: 7 });
  });

  it.each([
    ['claim', ''],
    ['claim', '0'],
    ['claim', '-1'],
    ['claim', '1e3'],
    ['claim', ' 1'],
    ['claim', '1234567890'],
    ['claim', '1; drop table alerts'],
    ['explode', '1'],
    ['more', 'explode:1'],
    ['more', 'history'],
    ['open_link', '1'],
    ['__proto__', '1'],
  ])('is not believed when it is %s with %j', (actionId, value) => {
    expect(readPressed({ actionId, value })).toBeUndefined();
  });
});
