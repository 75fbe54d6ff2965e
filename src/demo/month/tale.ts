/** How the month's voices are written down: when, what sort of voice, who, in which words, and what was done about it. */
import type { Saying, SayingAccount } from '../voice.js';
import type { Act } from './acts.js';

export interface Tale {
  /** See calendar.ts. */
  readonly on: string;
  readonly as: Sort;
  readonly who: string;
  readonly text?: string;
  /** Present, be it empty: it opens an alert or joins one. */
  readonly then?: readonly Act[];
  readonly from?: SayingAccount;
  readonly agent?: string;
  readonly tags?: readonly string[];
  /** Of the text; English where absent. */
  readonly language?: string;
  /** Of the customer; London where absent. */
  readonly zone?: string;
  /** The ticket, where several voices are one matter. */
  readonly ticket?: string;
}

type Sort = Pick<Saying, 'kind' | 'metric' | 'score' | 'channel'> & { readonly reach?: number };

export const csat = (score: number, channel: string): Sort => survey('csat', score, channel);
export const nps = (score: number, channel = 'email'): Sort => survey('nps', score, channel);
export const ces = (score: number, channel = 'web'): Sort => survey('ces', score, channel);
export const thumb = (score: 'good' | 'bad'): Sort => survey('thumbs', score, 'chat');
export const stars = (score: number, channel: string): Sort => ({
  kind: 'review',
  metric: 'stars',
  score,
  channel,
});
export const post = (reach: number, channel = 'Mastodon'): Sort => ({ kind: 'mention', channel, reach });
export const escalated = (channel: string): Sort => ({ kind: 'escalation', channel });
export const reported = (channel: string): Sort => ({ kind: 'report', channel });
export const cancelled = (channel: string): Sort => ({ kind: 'cancellation', channel });
export const thanks = (channel: string): Sort => ({ kind: 'praise', channel });

function survey(
  metric: NonNullable<Saying['metric']>,
  score: NonNullable<Saying['score']>,
  channel: string,
): Sort {
  return { kind: 'survey', metric, score, channel };
}
