export const SEVERITIES = ['critical', 'high', 'normal', 'low'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** The graver of the two. */
export function graver(a: Severity, b: Severity): Severity {
  return SEVERITIES.indexOf(a) <= SEVERITIES.indexOf(b) ? a : b;
}

export function isGraver(a: Severity, than: Severity): boolean {
  return SEVERITIES.indexOf(a) < SEVERITIES.indexOf(than);
}
