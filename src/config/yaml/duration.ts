import { z } from 'zod';

const MINUTES = { m: 1, h: 60, d: 24 * 60 } as const;
const FORM = /^([1-9]\d{0,3})([mhd])$/u;
const MEND = 'a duration such as 15m, 4h or 2d';

export const duration = z.string({ error: MEND }).regex(FORM, { error: MEND });

const OR_OFF_MEND = 'a duration such as 15m, 4h or 2d, or off';

export const durationOrOff = z
  .string({ error: OR_OFF_MEND })
  .regex(new RegExp(`${FORM.source}|^off$`, 'u'), { error: OR_OFF_MEND });

/** The minutes in `15m`, `4h` or `2d`; undefined where the text has another form. */
export function durationMinutes(text: string): number | undefined {
  const [, count, unit] = FORM.exec(text) ?? [];
  return unit === undefined ? undefined : Number(count) * MINUTES[unit as keyof typeof MINUTES];
}
