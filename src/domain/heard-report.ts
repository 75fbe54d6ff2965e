/** What somebody of ours heard a customer say, as they told it. */
import type { Score } from './score.js';
import type { Severity } from './severity.js';
import type { Signal } from './signal.js';
import type { Staff } from './staff.js';

export interface HeardReport {
  readonly customer?: Signal['customer'];
  readonly account?: Signal['account'];
  readonly text: string;
  /** Where the customer spoke: call, email, chat … */
  readonly channel?: string;
  readonly score?: Score;
  /** `praise`: nobody has to do anything about it. */
  readonly gravity?: Severity | 'praise';
  /** Of the message it was taken from, or of whatever shows it. */
  readonly url?: string;
  /** One for each report: whoever sends the same again has reported it once. */
  readonly once: string;
}

/** The report as one more voice of a customer. */
export function reportedSignal(
  { customer, account, text, channel, score, gravity, url }: HeardReport,
  told: { readonly by: Staff; readonly on: string; readonly at: Date },
): Signal {
  const { by, on, at } = told;
  return {
    kind: gravity === 'praise' ? 'praise' : 'report',
    occurredAt: at,
    text,
    tags: [],
    ...(customer && { customer }),
    ...(account && { account }),
    ...(channel !== undefined && { channel }),
    ...(score && { score }),
    ...(url !== undefined && { url }),
    reported: {
      by: by.id,
      name: by.name,
      on,
      ...(gravity !== undefined && gravity !== 'praise' && { severity: gravity }),
    },
  };
}
