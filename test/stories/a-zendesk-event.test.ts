import { beforeAll, expect, it } from 'vitest';
import { cardsIn } from './read-slack.js';
import { sendZendesk } from './senders.js';
import { beginStory, type Story, SUPPORT } from './story.js';
import { until } from './until.js';

let story: Story;
beforeAll(async () => {
  story = await beginStory();
}, 90_000);

/** https://developer.zendesk.com/api-reference/webhooks/event-types/ticket-events/ */
const ticketEvent = (kind: string, event: object, id: string) => ({
  account_id: 22_129_848,
  detail: {
    actor_id: '8447388090494',
    assignee_id: '8447388090495',
    brand_id: '8447346621310',
    created_at: '2026-11-19T10:38:28Z',
    custom_status: '8447320465790',
    description: 'Our parcels have been lost twice this week. I want to speak to a manager.',
    external_id: null,
    form_id: '8646151517822',
    group_id: '8447320466430',
    id: '5158',
    is_public: true,
    organization_id: '8447346622462',
    priority: 'URGENT',
    requester_id: '8447388090494',
    status: 'OPEN',
    subject: 'Lost again',
    submitter_id: '8447388090494',
    tags: ['delivery'],
    type: 'INCIDENT',
    updated_at: '2026-11-20T10:38:28Z',
    via: { channel: 'web_service' },
  },
  event,
  id,
  subject: 'zen:ticket:5158',
  time: new Date().toISOString(),
  type: `zen:event-type:ticket.${kind}`,
  zendesk_event_version: '2022-11-06',
});

it('a raised priority in Zendesk becomes a card that leads to the ticket', async () => {
  const raised = ticketEvent('priority_changed', { current: 'URGENT', previous: 'NORMAL' }, 'event-1');
  expect(await sendZendesk(story.product().address, raised)).toMatchObject({
    status: 202,
    body: { outcome: 'accepted' },
  });
  const card = await until('the card', () => cardsIn(story.slack, SUPPORT)[0]);
  expect(card.title).toMatch(/CX-1\* · .*[Pp]riority raised from normal to urgent/u);
  expect(card.all).toContain('https://acme.zendesk.com/agent/tickets/5158');
  expect(card.all).toContain('Our parcels have been lost twice this week.');
});

it('a retry of the same event is a duplicate, and what needs nobody is ignored with the reason', async () => {
  const raised = ticketEvent('priority_changed', { current: 'URGENT', previous: 'NORMAL' }, 'event-1');
  expect(await sendZendesk(story.product().address, raised)).toMatchObject({
    status: 202,
    body: { outcome: 'duplicate' },
  });
  const lowered = ticketEvent('priority_changed', { current: 'LOW', previous: 'URGENT' }, 'event-2');
  expect(await sendZendesk(story.product().address, lowered)).toMatchObject({
    status: 202,
    body: { outcome: 'ignored', reason: expect.stringContaining('ticket.priority_changed') as string },
  });
});

it('what the same ticket says next joins its card', async () => {
  const comment = {
    comment: {
      author: { id: '8447388090494', is_staff: false, name: 'Robin Doe' },
      body: 'And now the third one is lost too. This is unacceptable.',
      id: '9001',
      is_public: true,
    },
  };
  const said = ticketEvent('comment_added', comment, 'event-3');
  expect(await sendZendesk(story.product().address, said)).toMatchObject({ status: 202 });
  const line = await until('its line', () => cardsIn(story.slack, SUPPORT)[0]?.thread[0]);
  expect(line).toContain('And now the third one is lost too.');
  expect(cardsIn(story.slack, SUPPORT)).toHaveLength(1);
  await story.product().stop();
});
