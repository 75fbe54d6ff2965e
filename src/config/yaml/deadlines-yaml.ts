import { z } from 'zod';
import { SILENT_AFTER_MINUTES } from '../../domain/follow-up/silence.js';
import type { Deadline, Policy } from '../../domain/policy.js';
import { SEVERITIES, type Severity } from '../../domain/severity.js';
import { DEFAULT_DEADLINES, DEFAULT_TIER_DEADLINES } from '../default-policy.js';
import { keyed } from '../shape/keyed.js';
import { duration, durationMinutes, durationOrOff } from './duration.js';
import { shortText } from './forms.js';

const times = {
  respond: duration.optional().describe('By when somebody answers, from when the alert was opened.'),
  resolve: duration.optional().describe('By when it is resolved, from when the alert was opened.'),
};
const silent = durationOrOff.describe(
  'How long an owner may do nothing before they are asked whether they are still on it; off: never.',
);
const DEADLINE = '{ respond: 15m, resolve: 4h }';

const deadline = keyed(
  {
    ...times,
    silent: silent.optional(),
    tiers: z
      .record(shortText('the name of a tier, such as gold', 60), keyed(times, DEADLINE), {
        error: 'tiers by name: { gold: { respond: 10m } }',
      })
      .optional()
      .describe('Other times for customers of a tier.'),
  },
  DEADLINE,
);

export const deadlinesYaml = keyed(
  {
    critical: deadline.optional().describe('Usually 15m and 4h, silent after 2h.'),
    high: deadline.optional().describe('Usually 1h and 1d, silent after 8h.'),
    normal: deadline.optional().describe('Usually 4h and 3d, silent after 24h.'),
    low: deadline.optional().describe('Usually 1d and 7d, silent after 72h.'),
  },
  `deadlines by severity: { critical: ${DEADLINE} }`,
);

type DeadlinesYaml = z.infer<typeof deadlinesYaml>;
interface Times {
  readonly respond?: string | undefined;
  readonly resolve?: string | undefined;
}

/**
 * The configured times over the usual ones. A tier that keeps its usual times never waits longer than the others do: where the
 * times of its severity were made shorter, so are its own.
 */
export function readDeadlines(
  yaml: DeadlinesYaml = {},
): Pick<Policy, 'deadlines' | 'tierDeadlines' | 'silentAfterMinutes'> {
  const deadlines = Object.fromEntries(
    SEVERITIES.map((severity) => [severity, over(DEFAULT_DEADLINES[severity], yaml[severity] ?? {})]),
  ) as Record<Severity, Deadline>;
  const tierDeadlines: Record<string, Partial<Record<Severity, Deadline>>> = {};
  for (const [tier, usual] of Object.entries(DEFAULT_TIER_DEADLINES)) {
    for (const severity of SEVERITIES) {
      set(tier, severity, shorter(usual[severity] ?? deadlines[severity], deadlines[severity]));
    }
  }
  for (const severity of SEVERITIES) {
    for (const [tier, times] of Object.entries(yaml[severity]?.tiers ?? {})) {
      const name = tier.toLowerCase();
      set(name, severity, over(tierDeadlines[name]?.[severity] ?? deadlines[severity], times));
    }
  }
  return { deadlines, tierDeadlines, silentAfterMinutes: readSilence(yaml) };

  function set(tier: string, severity: Severity, value: Deadline): void {
    tierDeadlines[tier] = { ...tierDeadlines[tier], [severity]: value };
  }
}

/** A severity whose owners are never asked is left out. */
function readSilence(yaml: DeadlinesYaml): NonNullable<Policy['silentAfterMinutes']> {
  const asked = SEVERITIES.flatMap((severity) => {
    const given = yaml[severity]?.silent;
    return given === 'off' ? [] : [[severity, minutes(given) ?? SILENT_AFTER_MINUTES[severity]] as const];
  });
  return Object.fromEntries(asked);
}

/** Where one of the two is given, the other keeps its usual time, unless they would cross. */
function over(usual: Deadline, { respond, resolve }: Times): Deadline {
  const respondMinutes = minutes(respond) ?? usual.respondMinutes;
  const resolveMinutes = minutes(resolve) ?? usual.resolveMinutes;
  return respond === undefined
    ? { respondMinutes: Math.min(respondMinutes, resolveMinutes), resolveMinutes }
    : { respondMinutes, resolveMinutes: Math.max(respondMinutes, resolveMinutes) };
}

function shorter(a: Deadline, b: Deadline): Deadline {
  return {
    respondMinutes: Math.min(a.respondMinutes, b.respondMinutes),
    resolveMinutes: Math.min(a.resolveMinutes, b.resolveMinutes),
  };
}

function minutes(text: string | undefined): number | undefined {
  return text === undefined ? undefined : durationMinutes(text);
}
