/** A call of about 2 KB of every source, in its sender's shape and signed by its rules. */
import { createHmac } from 'node:crypto';
import type { RawRequest } from '../src/inbound/raw-request.js';
import { SECRET, SECRET_BYTES } from './voice.js';

export interface Sender {
  readonly secret: string;
  readonly settings: object;
  /** The nth of its calls, at this time. */
  readonly call: (index: number, at: Date) => RawRequest;
}

const BYTES = 2_048;
const KEY = '0123456789abcdef0123456789abcdef';
const TEXT = 'The parcel was promised for Tuesday, and nobody could tell me where it was. ';

export const SENDERS: Readonly<Record<string, Sender>> = {
  standard: {
    secret: SECRET,
    settings: {},
    call: (index, at) => {
      const body = filled((fill) => ({ ...voice(index, at), text: fill }));
      return request(body, standardHeaders(body, index, at));
    },
  },
  zendesk: {
    secret: KEY,
    settings: { base_address: 'https://acme.zendesk.com' },
    call: (index, at) => {
      const body = filled((fill) => zendeskEvent(index, at, fill));
      const timestamp = at.toISOString();
      const signature = createHmac('sha256', KEY).update(timestamp).update(body).digest('base64');
      return request(body, {
        'x-zendesk-webhook-signature': signature,
        'x-zendesk-webhook-signature-timestamp': timestamp,
      });
    },
  },
  chatwoot: {
    secret: KEY,
    settings: { base_address: 'https://chat.acme.example' },
    call: (index, at) => {
      const body = filled((fill) => chatwootRating(index, at, fill));
      const timestamp = String(Math.floor(at.getTime() / 1000));
      const digest = createHmac('sha256', KEY).update(`${timestamp}.`).update(body).digest('hex');
      return request(body, {
        'x-chatwoot-signature': `sha256=${digest}`,
        'x-chatwoot-timestamp': timestamp,
      });
    },
  },
  meta: {
    secret: KEY,
    settings: { verify_token: 'env:META_VERIFY_TOKEN' },
    call: (index, at) => {
      const body = filled((fill) => metaBatch(index, at, fill));
      const digest = createHmac('sha256', KEY).update(body).digest('hex');
      return request(body, { 'x-hub-signature-256': `sha256=${digest}` });
    },
  },
  cloudevents: {
    secret: SECRET,
    settings: {},
    call: (index, at) => {
      const body = filled((fill) => ({
        specversion: '1.0',
        id: `event-${index}`,
        source: '/surveys/berlin',
        type: 'com.acme.survey.answered',
        time: at.toISOString(),
        data: { ...voice(index, at), text: fill },
      }));
      return request(body, {
        ...standardHeaders(body, index, at),
        'content-type': 'application/cloudevents+json',
      });
    },
  },
};

function request(body: Buffer, headers: Readonly<Record<string, string>>): RawRequest {
  return {
    method: 'POST',
    target: '/hooks/bench',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  };
}

/** The customer's words make up what is missing to 2 KB. */
function filled(say: (fill: string) => object): Buffer {
  const missing = BYTES - JSON.stringify(say('')).length;
  return Buffer.from(JSON.stringify(say(TEXT.repeat(Math.ceil(missing / TEXT.length)).slice(0, missing))));
}

function standardHeaders(body: Buffer, index: number, at: Date): Readonly<Record<string, string>> {
  const [id, timestamp] = [`msg_${index}`, String(Math.floor(at.getTime() / 1000))];
  const signed = createHmac('sha256', SECRET_BYTES).update(`${id}.${timestamp}.`).update(body);
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signed.digest('base64')}`,
  };
}

const voice = (index: number, at: Date) => ({
  kind: 'survey',
  metric: 'csat',
  score: 2,
  external_id: `answer-${index}`,
  occurred_at: at.toISOString(),
  channel: 'email',
  tags: ['delivery', 'autumn'],
  customer: { id: `customer-${index}`, name: 'Robin Vale', email: `robin-${index}@vale.example` },
  account: { id: 'vale', name: 'Vale Ltd', tier: 'gold' },
});

const zendeskEvent = (index: number, at: Date, comment: string) => ({
  account_id: 22_129_848,
  detail: {
    actor_id: '8447388090494',
    assignee_id: '8447388090495',
    brand_id: '8447346621310',
    created_at: at.toISOString(),
    custom_status: '8447320465790',
    description: 'Lost twice this week.',
    external_id: null,
    form_id: '8646151517822',
    group_id: '8447320466430',
    id: String(index),
    is_public: true,
    organization_id: '8447346622462',
    priority: 'HIGH',
    requester_id: '8447388090494',
    status: 'OPEN',
    subject: 'Lost again',
    submitter_id: '8447388090494',
    tags: ['delivery', 'autumn'],
    type: 'INCIDENT',
    updated_at: at.toISOString(),
    via: { channel: 'web_service' },
  },
  event: { satisfaction_score: { score: 'BAD', comment } },
  id: `event-${index}`,
  subject: `zen:ticket:${index}`,
  time: at.toISOString(),
  type: 'zen:event-type:ticket.csat_received',
  zendesk_event_version: '2022-11-06',
});

const chatwootRating = (index: number, at: Date, comment: string) => ({
  account: { id: 3, name: 'Acme' },
  content: 'Please rate the conversation',
  content_attributes: {
    submitted_values: { csat_survey_response: { rating: 1, feedback_message: comment } },
  },
  content_type: 'input_csat',
  conversation: {
    additional_attributes: { browser: { browser_name: 'Firefox', platform_name: 'Linux' } },
    can_reply: true,
    channel: 'Channel::WebWidget',
    id: index,
    inbox_id: 4,
    labels: ['delivery'],
    messages: [],
    meta: {
      sender: { id: 55, name: 'Robin Vale', email: 'robin@vale.example', type: 'contact' },
      assignee: { id: 8, name: 'Ana Brandt', type: 'user' },
    },
    status: 'resolved',
    timestamp: Math.floor(at.getTime() / 1000),
  },
  created_at: at.toISOString(),
  event: 'message_updated',
  id: index,
  inbox: { id: 4, name: 'Shop chat' },
  message_type: 'template',
  private: false,
  sender: null,
});

const metaBatch = (index: number, at: Date, message: string) => ({
  object: 'page',
  entry: [
    {
      id: '1001',
      time: Math.floor(at.getTime() / 1000),
      changes: [0, 1, 2].map((place) => ({
        field: 'feed',
        value: {
          from: { id: `customer-${index}`, name: 'Robin Vale' },
          item: 'comment',
          comment_id: `2002_${index}${place}`,
          post_id: '1001_2002',
          parent_id: '1001_2002',
          verb: 'add',
          created_time: Math.floor(at.getTime() / 1000),
          post: {
            permalink_url: 'https://www.facebook.com/acme/posts/2002',
            status_type: 'mobile_status_update',
          },
          message: place === 0 ? message : 'Mine as well.',
        },
      })),
    },
  ],
});
