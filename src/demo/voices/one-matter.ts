/** Customers who speak more than once: what is one matter joins one alert. */
import { say, type Voice } from '../voice.js';
import { VILLA_ROSKVA } from './accounts.js';

const TOMASZ = {
  id: 'cus-28640',
  name: 'Tomasz Wójcik',
  email: 'tomasz.wojcik@mail.example',
  phone: '+44 1632 960505',
  stage: 'active',
  preferred_contact: 'phone',
  time_zone: 'Europe/Warsaw',
};

const HENRIK = {
  id: 'cus-20012',
  name: 'Henrik Aas',
  email: 'henrik@villaroskva.example',
  stage: 'active',
  preferred_contact: 'phone',
  time_zone: 'Europe/Oslo',
};

/** Three times on three channels, known by the customer and the theme: a refund. The third is graver than the first. */
export const THREE_TIMES_THE_SAME_REFUND: readonly Voice[] = [
  say(468, {
    kind: 'survey',
    external_id: 'csat-30423',
    metric: 'csat',
    score: 2,
    text: 'I sent the coffee machine back nine days ago and there is still no refund on my card. The chat was friendly but nobody could see where it is.',
    channel: 'chat',
    customer: TOMASZ,
  }),
  say(362, {
    kind: 'report',
    external_id: 'call-note-5581',
    text: 'Rang again about the refund for the coffee machine. The return was scanned in a week ago, the payment sits in review. I told him I would find out today who holds it. (Jonas)',
    channel: 'phone',
    agent: 'Jonas Lindqvist',
    customer: TOMASZ,
  }),
  say(171, {
    kind: 'escalation',
    external_id: 'ticket-48288-escalated',
    text: 'If the refund is not there by Friday I’m cancelling, and I’d be sorry, because the coffee is good.',
    channel: 'email',
    url: 'https://help.pelliworth.example/tickets/48288',
    customer: TOMASZ,
  }),
];

/** Twice in one ticket: known by the conversation. */
export const TWICE_IN_ONE_TICKET: readonly Voice[] = [
  say(455, {
    kind: 'escalation',
    external_id: 'ticket-48201-escalated',
    conversation_id: 'ticket-48201',
    text: 'The linen delivery for sixty rooms has been in your depot since Saturday. Guests arrive today. I need a person with a van, not another ticket number.',
    channel: 'phone',
    agent: 'Siobhán Keane',
    url: 'https://help.pelliworth.example/tickets/48201',
    account: VILLA_ROSKVA,
    customer: HENRIK,
  }),
  say(401, {
    kind: 'escalation',
    external_id: 'ticket-48201-reply-2',
    conversation_id: 'ticket-48201',
    text: 'Still nothing. The van came and left again without our cages because “the label was for tomorrow”. My housekeeper is ironing curtains into tablecloths.',
    channel: 'phone',
    agent: 'Siobhán Keane',
    url: 'https://help.pelliworth.example/tickets/48201',
    account: VILLA_ROSKVA,
    customer: HENRIK,
  }),
];

const RUTH = {
  id: 'cus-30988',
  name: 'Ruth Abramov',
  email: 'ruth.abramov@mail.example',
  stage: 'active',
  preferred_contact: 'email',
  time_zone: 'Europe/London',
};

/** The same customer, the same metric, another day: the card says what it was before. */
export const RUTH_IN_THE_MORNING: Voice = say(476, {
  kind: 'survey',
  external_id: 'csat-30420',
  metric: 'csat',
  score: 5,
  text: 'Hana sorted out my bill in two minutes and made me laugh. More of her, please.',
  channel: 'chat',
  agent: 'Hana Kobayashi',
  customer: RUTH,
});

export const RUTH_LATER: Voice = say(2, {
  kind: 'survey',
  external_id: 'csat-30531',
  metric: 'csat',
  score: 2,
  text: 'I gave you a five earlier today and I meant it. The corrected invoice has just come, and it is wrong again by the same £14.',
  channel: 'email',
  agent: 'Hana Kobayashi',
  customer: RUTH,
});
