import type { Alert } from '../alert.js';

export interface NextDue {
  readonly what: 'promise' | 'contact' | 'respond' | 'resolve' | 'wake';
  readonly at: Date;
}

/**
 * What its owner, or whoever may claim it, has to do next. A snooze puts off the deadlines, but nothing that was agreed with the
 * customer. Lists are ordered by the same rule in storage/alerts.ts; a test holds them together.
 */
export function nextDue(alert: Alert): NextDue {
  const { respondBy, resolveBy, contactedAt, snoozedUntil, promisedAt, nextContactAt } = alert;
  const deadlines: readonly NextDue[] =
    snoozedUntil === undefined
      ? [
          ...(contactedAt === undefined ? [{ what: 'respond', at: respondBy } as const] : []),
          { what: 'resolve', at: resolveBy },
        ]
      : [{ what: 'wake', at: snoozedUntil }];
  const agreed: readonly NextDue[] = [
    ...(promisedAt ? [{ what: 'promise', at: promisedAt } as const] : []),
    ...(nextContactAt ? [{ what: 'contact', at: nextContactAt } as const] : []),
  ];
  return [...agreed, ...deadlines].reduce((a, b) => (a.at <= b.at ? a : b));
}
