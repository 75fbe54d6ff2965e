/** What people say once the bundled day is over. `{item}` and `{days}` are filled in when it is said. */
import type { Saying } from '../voice.js';

/** A voice before somebody says it; `reach` is given where it is said in public. */
export type Tale = Omit<Saying, 'external_id' | 'customer' | 'author'> & { readonly reach?: number };

export const ITEMS = ['coffee', 'oat milk', 'cat litter', 'washing powder', 'rice', 'nappies'] as const;
export const DAYS = ['three', 'four', 'six', 'nine'] as const;

/** Each of them needs a person. */
export const COMPLAINTS: readonly Tale[] = [
  {
    kind: 'survey',
    metric: 'csat',
    score: 2,
    channel: 'chat',
    text: 'The box came without the {item} for the second week. I plan around that box.',
  },
  {
    kind: 'survey',
    metric: 'csat',
    score: 1,
    channel: 'email',
    tags: ['courier'],
    text: 'My parcel never arrived, and the photo shows somebody else’s door. It is a nice door. It isn’t mine.',
  },
  {
    kind: 'survey',
    metric: 'nps',
    score: 5,
    channel: 'email',
    text: 'You used to be the easy part of my week.',
  },
  {
    kind: 'survey',
    metric: 'csat',
    score: 2,
    channel: 'phone',
    tags: ['courier'],
    text: '{days} days for a parcel to travel forty miles. I could have walked it there and stayed for lunch.',
  },
  {
    kind: 'review',
    metric: 'stars',
    score: 2,
    channel: 'app store',
    text: 'It keeps freezing on the address page. I like everything up to there.',
  },
  {
    kind: 'survey',
    metric: 'csat',
    score: 2,
    channel: 'web',
    text: 'I was charged twice for the same box. It isn’t hard to see, one line stands under the other.',
  },
  {
    kind: 'escalation',
    channel: 'email',
    text: 'Still waiting for the refund for the {item} that came open. It’s not the money. It’s that nobody writes back.',
  },
  {
    kind: 'survey',
    metric: 'thumbs',
    score: 'bad',
    channel: 'chat',
    text: 'I asked for a person and got the same three links again.',
  },
  {
    kind: 'survey',
    metric: 'ces',
    score: 2,
    channel: 'in-app',
    text: 'Skipping one delivery took me longer than cooking the dinner it was for.',
  },
  {
    kind: 'survey',
    metric: 'csat',
    score: 3,
    channel: 'email',
    text: 'I’m moving abroad. Please delete my data, and thank you for {days} good years.',
  },
  {
    kind: 'survey',
    metric: 'nps',
    score: 3,
    channel: 'email',
    text: 'I’m looking for alternatives. Not angrily; I just can’t plan around a van that comes when it likes.',
  },
  {
    kind: 'mention',
    channel: 'Mastodon',
    reach: 14_300,
    text: 'Day {days} of watching my @pelliworth parcel drive past the house on the tracking. Do better, please, I’m waving from the window.',
  },
  {
    kind: 'survey',
    metric: 'csat',
    score: 2,
    channel: 'email',
    text: 'A jar had leaked over everything else in the box. One sheet of paper in between would have done it.',
  },
  {
    kind: 'report',
    channel: 'phone',
    text: 'At the counter just now: the oat milk in the box was two months past its date. Very kind about it. Could somebody check the batch?',
  },
  {
    kind: 'survey',
    metric: 'nps',
    score: 8,
    channel: 'in-app',
    text: 'One suggestion: let me leave the driver a note that is still there next week.',
  },
  {
    kind: 'survey',
    metric: 'csat',
    score: 4,
    channel: 'web',
    tags: ['please-call'],
    text: 'Happy, but could somebody explain the two prices on my page to me?',
  },
  {
    kind: 'survey',
    metric: 'csat',
    score: 2,
    channel: 'phone',
    text: 'A bottle had split and there was glass in my salad. We saw it in time.',
  },
];

/** None of them needs anybody. */
export const GLAD_TIDINGS: readonly Tale[] = [
  { kind: 'survey', metric: 'csat', score: 5, channel: 'in-app' },
  { kind: 'survey', metric: 'csat', score: 4, channel: 'email', text: 'On the hour, as promised.' },
  { kind: 'survey', metric: 'csat', score: 3, channel: 'in-app', text: 'Fine.' },
  {
    kind: 'survey',
    metric: 'nps',
    score: 10,
    channel: 'email',
    text: 'Please keep the Thursday driver for ever.',
  },
  { kind: 'survey', metric: 'nps', score: 9, channel: 'in-app' },
  { kind: 'survey', metric: 'thumbs', score: 'good', channel: 'chat', text: 'Quick and kind.' },
  {
    kind: 'praise',
    channel: 'email',
    text: 'Thank you to whoever put the {item} at the bottom and the eggs on top. You have done this before.',
  },
  {
    kind: 'review',
    metric: 'stars',
    score: 5,
    channel: 'google play',
    text: 'It tells me the hour and the hour is true.',
  },
  { kind: 'survey', metric: 'ces', score: 6, channel: 'web' },
  {
    kind: 'mention',
    channel: 'Mastodon',
    reach: 900,
    text: 'there is a tiny heron drawn inside the lid of my @pelliworth box today and it made my morning',
  },
];
