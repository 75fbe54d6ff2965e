import { describe, expect, it } from 'vitest';
import { headline } from '../../src/cards/headline.js';
import type { AlertView, SignalView } from '../../src/domain/alert-view.js';
import type { Score } from '../../src/domain/score.js';
import { heardAs, OPEN, VIEW, without } from './acme.js';

const UNSCORED = without(VIEW.lead, 'score', 'channel');

const unscored = (lead: Partial<SignalView>): AlertView => ({ ...VIEW, lead: { ...UNSCORED, ...lead } });

const anonymous = (lead: Partial<SignalView>): AlertView => ({
  alert: OPEN,
  similarBefore: 0,
  lead: { ...without(UNSCORED, 'speaker'), ...lead },
});

const stars = (value: number): Score => ({ metric: 'stars', value, scale: { min: 1, max: 5 } });
const thumb = (value: number): Score => ({ metric: 'thumbs', value, scale: { min: 0, max: 1 } });

describe('the headline', () => {
  it.each<[string, AlertView]>([
    ['Maria Lopez at Acme gave 2 of 5 after a call about refunds', VIEW],
    ['Maria Lopez at Acme gave 2 of 5 after an e-mail exchange about refunds', heardAs({ channel: 'Email' })],
    ['Maria Lopez at Acme gave 2 of 5 via WhatsApp, about refunds', heardAs({ channel: 'WhatsApp' })],
    ['Maria Lopez at Acme gave a bad rating after a call about refunds', heardAs({ score: thumb(0) })],
    [
      'Maria Lopez at Acme gave 1 of 5 stars on the App Store, about refunds',
      heardAs({ kind: 'review', channel: 'app_store', score: stars(1) }),
    ],
    ['Maria Lopez at Acme answered a survey about refunds', unscored({ kind: 'survey' })],
    [
      'Maria Lopez at Acme wrote a review on Google Play about refunds',
      unscored({ kind: 'review', channel: 'google play' }),
    ],
    [
      'Maria Lopez at Acme mentioned us on X about refunds',
      unscored({ kind: 'mention', channel: 'twitter' }),
    ],
    [
      'Maria Lopez at Acme mentioned us on Mastodon about refunds',
      unscored({ kind: 'mention', channel: 'Mastodon' }),
    ],
    [
      'Maria Lopez at Acme reported a problem with refunds in a chat',
      unscored({ kind: 'report', channel: 'chat' }),
    ],
    ['Maria Lopez at Acme praised us by phone', unscored({ kind: 'praise', channel: 'phone' })],
    [
      'Escalation from Maria Lopez at Acme by phone about refunds',
      unscored({ kind: 'escalation', channel: 'phone' }),
    ],
    ['Maria Lopez at Acme is cancelling', unscored({ kind: 'cancellation' })],
    ['Incident that touches Maria Lopez at Acme', unscored({ kind: 'incident' })],
  ])('reads %s', (words, view) => {
    expect(headline(view)).toBe(words);
  });

  it.each<[string, AlertView]>([
    ['A customer gave 1 of 5 stars, about refunds', anonymous({ kind: 'review', score: stars(1) })],
    ['Escalation from a customer about refunds', anonymous({ kind: 'escalation' })],
    ['Incident that touches customers', anonymous({ kind: 'incident' })],
    [
      'Priority raised from normal to urgent',
      anonymous({ kind: 'escalation', happening: 'priority raised from normal to urgent.' }),
    ],
    [
      'Someone at Acme mentioned us about refunds',
      { ...anonymous({ kind: 'mention' }), account: VIEW.account! },
    ],
    [
      'Escalation from someone at Acme about refunds',
      { ...anonymous({ kind: 'escalation' }), account: VIEW.account! },
    ],
  ])('names nobody that is not known: %s', (words, view) => {
    expect(headline(view)).toBe(words);
  });

  it('lets the source say what happened, in the middle of a sentence', () => {
    const told = (happening: string) => headline(unscored({ kind: 'escalation', happening }));
    expect(told('Priority raised from normal to urgent.')).toBe(
      'Maria Lopez at Acme: priority raised from normal to urgent',
    );
    expect(told('SLA breached')).toBe('Maria Lopez at Acme: SLA breached');
  });

  it('does not say a name twice where the account is the person', () => {
    expect(headline({ ...unscored({ kind: 'cancellation', speaker: 'Acme' }) })).toBe('Acme is cancelling');
  });
});
