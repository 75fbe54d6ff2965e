import type { AlertView } from '../../src/domain/alert-view.js';
import type { CustomerProfile, TimelineEntry } from '../../src/domain/customer.js';
import { at, recorded, viewIn, VOICE } from './acme.js';

/** A customer with as much of everything as a note tells of, all of it in `words`. */
export function customerSaying(words: string): {
  readonly profile: CustomerProfile;
  readonly entries: readonly TimelineEntry[];
} {
  const signal = { ...VOICE, text: words, source: words, channel: words, speaker: words };
  const customer = {
    id: '0192f0c1-0000-7000-8000-00000000000a',
    name: words,
    email: words,
    phone: words,
    stage: words,
    preferredContact: words,
    timeZone: words,
  };
  const account = { id: 'a', name: words, tier: words, annualValue: 5, currency: words, owner: words };
  const view: AlertView = { ...viewIn('claimed'), customer, account, lead: signal };
  const csat = { metric: 'csat', value: 2, scale: { min: 1, max: 5 } } as const;
  const promisedAt = at('16:00');
  const contacted = { kind: 'contacted', channel: 'call', result: 'reached', note: words } as const;
  return {
    profile: {
      customer,
      account,
      heard: { count: 5_000, first: at('09:00'), newest: at('10:00') },
      contacts: { count: 51, since: at('09:00'), newest: at('10:00') },
      standings: (['csat', 'nps', 'ces', 'stars', 'thumbs'] as const).map((metric) => ({
        metric,
        mean: { ...csat, metric },
        answers: 500,
        newest: { ...csat, metric },
        previous: { ...csat, metric, value: 5 },
      })),
      open: {
        views: Array.from({ length: 5 }, () => ({ ...view, alert: { ...view.alert, promisedAt } })),
        total: 200,
      },
      promises: { made: 9, kept: 3, late: 3, broken: 3 },
      entries: 2_000,
    },
    entries: Array.from({ length: 20 }, (_, index): TimelineEntry => {
      const place = { position: String(index), at: at('10:00') };
      return index % 3 === 0
        ? { ...place, kind: 'follow_up', event: recorded(contacted), view }
        : { ...place, kind: 'voice', signal, reason: words, view };
    }),
  };
}
