/** What Chatwoot, Meta and a sender of CloudEvents have to say reaches people once, however it is sent. */
import { beforeAll, describe, expect, it } from 'vitest';
import { cardsIn } from './read-slack.js';
import { type Answer, post, standardHeaders } from './senders.js';
import { beginStory, type Story, SUPPORT } from './story.js';
import { until } from './until.js';
import { CHATWOOT_SECRET, META_APP_SECRET, META_VERIFY_TOKEN, sendChatwoot, sendMeta } from './vendors.js';

const YAML = `
sources:
  - { name: chatwoot, type: chatwoot, secrets: ['env:CHATWOOT_SECRET'], base_address: 'https://chat.acme.example' }
  - { name: meta, type: meta, secrets: ['env:META_APP_SECRET'], verify_token: 'env:META_VERIFY_TOKEN' }
  - { name: events, type: cloudevents, secrets: ['env:VOICE_SECRET'], types: { com.acme.survey.answered: survey } }
teams:
  - { name: support, channels: { slack: ${SUPPORT} } }
`;

let story: Story;
beforeAll(async () => {
  story = await beginStory({ yaml: YAML, env: { CHATWOOT_SECRET, META_APP_SECRET, META_VERIFY_TOKEN } });
}, 90_000);

const address = () => story.product().address;
const cards = () => cardsIn(story.slack, SUPPORT);
const cardOf = (words: string) => cards().find(({ all, title }) => `${title}${all}`.includes(words));

describe('Chatwoot', () => {
  /** https://www.chatwoot.com/docs/product/others/webhook-events */
  const survey = (csat_survey_response: object) => ({
    account: { id: 3, name: 'Acme' },
    content: 'Please rate the conversation',
    content_attributes: { submitted_values: { csat_survey_response } },
    content_type: 'input_csat',
    conversation: {
      channel: 'Channel::WebWidget',
      id: 731,
      inbox_id: 4,
      labels: [],
      messages: [],
      meta: {
        sender: { id: 55, name: 'Robin Vale', email: 'robin@vale.example', type: 'contact' },
        assignee: { id: 8, name: 'Ana Brandt', type: 'user' },
      },
      status: 'resolved',
    },
    created_at: '2026-11-20T10:30:00.000Z',
    event: 'message_updated',
    id: 9001,
    inbox: { id: 4, name: 'Shop chat' },
    message_type: 'template',
    sender: null,
  });

  it('sends a rating when a face is picked, and people hear of it at once', async () => {
    const answer = await sendChatwoot(address(), survey({ rating: 1, feedback_message: '' }));
    expect(answer).toMatchObject({ status: 202, body: { outcome: 'accepted' } });
    const card = await until('the card', () => cardOf('Robin Vale'));
    expect(card.title).toContain('Robin Vale gave 1 of 5');
    expect(card.all).toContain('https://chat.acme.example/app/accounts/3/conversations/731');
  });

  it('and the comment later, which stands on the same card: one alert with both', async () => {
    const whole = survey({ rating: 1, feedback_message: 'Nobody read what I wrote.' });
    expect(await sendChatwoot(address(), whole)).toMatchObject({ body: { outcome: 'accepted' } });
    const card = await until('the words', () => cardOf('Nobody read what I wrote.'));
    expect(card.title).toContain('Robin Vale gave 1 of 5');
    expect(card.all).not.toContain('contact in');
    expect(cards()).toHaveLength(1);
  });

  it('what it sends again, and what is no voice, changes nothing', async () => {
    const whole = survey({ rating: 1, feedback_message: 'Nobody read what I wrote.' });
    expect(await sendChatwoot(address(), whole)).toMatchObject({ body: { outcome: 'duplicate' } });
    expect(await sendChatwoot(address(), { event: 'conversation_typing_on', id: 731 })).toMatchObject({
      status: 202,
      body: { outcome: 'ignored', reason: 'conversation_typing_on is not customer voice' },
    });
  });
});

describe('Meta', () => {
  it('asks first whether the address is ours', async () => {
    const challenge = (token: string) =>
      fetch(
        `${address()}/hooks/meta?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=${encodeURIComponent(token)}`,
      );
    const answer = await challenge(META_VERIFY_TOKEN);
    expect([answer.status, await answer.text()]).toEqual([200, '1158201444']);
    expect((await challenge('another word')).status).toBe(403);
  });

  const BATCH = {
    object: 'page',
    entry: [
      {
        id: '1001',
        time: Math.floor(Date.now() / 1000),
        changes: [
          {
            field: 'ratings',
            value: {
              item: 'rating',
              verb: 'add',
              reviewer_id: '558',
              reviewer_name: 'Jörg Bäcker',
              recommendation_type: 'negative',
              review_text: 'Zu spät, zu teuer 😡',
              open_graph_story_id: '4004',
            },
          },
          {
            field: 'feed',
            value: { item: 'reaction', verb: 'add', reaction_type: 'angry', post_id: '1001_2' },
          },
          { field: 'feed', value: { item: 'comment', verb: 'add', message: 'A comment without an id' } },
          {
            field: 'feed',
            value: {
              from: { id: '1001', name: 'Acme' },
              item: 'comment',
              verb: 'add',
              comment_id: '2_3',
              message: 'Sorry!',
            },
          },
        ],
      },
      {
        id: '1001',
        time: Date.now(),
        messaging: [
          { sender: { id: '9' }, recipient: { id: '1001' }, message: { mid: 'm_1', text: 'Hello' } },
        ],
      },
    ],
  };

  it('sends batches: each change has its own answer, and the bad review its card', async () => {
    const { status, body } = await sendMeta(address(), BATCH);
    expect(status).toBe(200);
    expect(body).toMatchObject([
      { outcome: 'accepted' },
      { outcome: 'ignored', reason: 'reaction, add: not customer voice' },
      { outcome: 'refused', faults: [{ path: 'entry[0].changes[2].value.comment_id' }] },
      { outcome: 'ignored', reason: 'comment: written by the page itself' },
      { outcome: 'ignored', reason: 'direct message: they are read only with read_messages' },
    ]);
    const card = await until('the card', () => cardOf('Jörg Bäcker'));
    expect(card.all).toContain('Zu spät, zu teuer 😡');
  });

  it('and again until it is answered, which is heard once', async () => {
    const again = await sendMeta(address(), BATCH);
    expect([again.status, (again.body as object[])[0]]).toMatchObject([200, { outcome: 'duplicate' }]);
    const [entry] = BATCH.entry;
    const regrouped = { ...BATCH, entry: [{ ...entry, changes: entry?.changes?.slice(0, 1) }] };
    expect(await sendMeta(address(), regrouped)).toMatchObject({ body: [{ outcome: 'duplicate' }] });
    expect(cards()).toHaveLength(2);
  });
});

describe('CloudEvents', () => {
  const VOICE = {
    metric: 'csat',
    score: 2,
    text: 'The heating is cold.',
    customer: { id: 'c9', name: 'Lu Ode' },
  };

  const sendBinary = (ceId: string, id: string, data: object = VOICE): Promise<Answer> => {
    const body = JSON.stringify(data);
    return post(`${address()}/hooks/events`, body, {
      ...standardHeaders({ body, id }),
      'ce-specversion': '1.0',
      'ce-id': ceId,
      'ce-source': '/surveys',
      'ce-type': 'com.acme.survey.answered',
    });
  };
  const sendStructured = (eventId: string, id: string): Promise<Answer> => {
    const body = JSON.stringify({
      specversion: '1.0',
      id: eventId,
      source: '/surveys',
      type: 'com.acme.survey.answered',
      data: { ...VOICE, text: 'The room is dark.', customer: { id: 'c8', name: 'Kim Berg' } },
    });
    const headers = { ...standardHeaders({ body, id }), 'content-type': 'application/cloudevents+json' };
    return post(`${address()}/hooks/events`, body, headers);
  };

  it('a binary event that is replayed is a duplicate, whatever its unsigned headers now say', async () => {
    expect(await sendBinary('event-1', 'msg-1')).toMatchObject({
      status: 202,
      body: { outcome: 'accepted' },
    });
    await until('the card', () => cardOf('The heating is cold.'));
    for (const ceId of ['event-1', 'event-2'])
      expect(await sendBinary(ceId, 'msg-1')).toMatchObject({ status: 202, body: { outcome: 'duplicate' } });
  });

  it('a structured event is known by its source and id, under whatever call it comes', async () => {
    expect(await sendStructured('event-3', 'msg-3')).toMatchObject({ body: { outcome: 'accepted' } });
    await until('the card', () => cardOf('The room is dark.'));
    expect(await sendStructured('event-3', 'msg-4')).toMatchObject({ body: { outcome: 'duplicate' } });
    expect(cards()).toHaveLength(4);
    await story.product().stop();
  });
});
