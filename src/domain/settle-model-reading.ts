import type { Alert } from './alert.js';
import type { AlertEvent } from './alert-event.js';
import type { AlertFields } from './changes/change.js';
import { deadlines } from './deadlines.js';
import type { ModelReading } from './model-reading.js';
import type { Policy } from './policy.js';
import { graver, isGraver, type Severity } from './severity.js';
import { NO_THEME } from './triage.js';

/** A model alone is no reason to wake anybody: critical is for rules and for people. */
const GRAVEST_BY_A_MODEL: Severity = 'high';

export interface Settled {
  readonly fields: AlertFields;
  /** Present where it raised the severity. */
  readonly event?: AlertEvent & { readonly kind: 'severity_changed' };
  readonly raisedFrom?: Severity;
  /** Present where the alert had none. */
  readonly theme?: string;
}

/**
 * What a model's reading changes of an unclosed alert. It may raise the severity, where it shows the words for it; it never lowers one, never
 * touches one that a person has set, and never changes whom the alert belongs to.
 */
export function settleModelReading(
  alert: Pick<Alert, 'severity' | 'state' | 'theme' | 'openedAt'>,
  reading: ModelReading,
  {
    setByPerson,
    tier,
    policy,
  }: {
    /** Whether a person has changed its severity. */
    readonly setByPerson: boolean;
    readonly tier?: string | undefined;
    readonly policy: Pick<Policy, 'deadlines' | 'tierDeadlines'>;
  },
): Settled {
  const [theme] = alert.theme === NO_THEME ? reading.themes : [];
  const named = theme === undefined ? {} : { theme };
  const to = isGraver(reading.severity, GRAVEST_BY_A_MODEL) ? GRAVEST_BY_A_MODEL : reading.severity;
  const unclosed = alert.state === 'open' || alert.state === 'claimed';
  if (!unclosed || setByPerson || !reading.because || graver(to, alert.severity) === alert.severity) {
    return { fields: {}, ...named };
  }
  return {
    fields: { severity: to, snoozedUntil: null, ...deadlines(to, tier, alert.openedAt, policy) },
    raisedFrom: alert.severity,
    event: {
      kind: 'severity_changed',
      from: alert.severity,
      to,
      why: `${reading.reader} read “${reading.because.quote}”`,
    },
    ...named,
  };
}
