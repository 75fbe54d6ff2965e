import { z } from 'zod';
import { WEEKDAYS } from '../../domain/digest/audience.js';
import { USUAL_HOURS, type WorkingHours } from '../../domain/working-hours.js';
import { isTimeZone } from '../../domain/zoned-time.js';
import { keyed } from '../shape/keyed.js';
import { listOf, oneOrMore } from './forms.js';

const TIME = "a local time in quotes, such as '09:00'";
const ZONE = 'the IANA name of a time zone, such as Europe/Madrid';
const DAYS = `days such as [mon, tue]; known: ${WEEKDAYS.join(', ')}`;

const clockTime = z.string({ error: TIME }).regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u, { error: TIME });

export const workingHoursYaml = keyed(
  {
    time_zone: z
      .string({ error: ZONE })
      .refine(isTimeZone, { error: ZONE })
      .optional()
      .describe('Whose clocks. Usually those of the machine.'),
    days: oneOrMore(z.enum(WEEKDAYS, { error: DAYS }), DAYS)
      .optional()
      .describe('Usually Monday to Friday.'),
    from: clockTime.optional().describe("When work begins, by the clocks there. Usually '09:00'."),
    to: clockTime.optional().describe("When it ends, on the same day. Usually '17:00'."),
  },
  "{ time_zone: Europe/Madrid, days: [mon, tue, wed, thu, fri], from: '09:00', to: '17:00' }",
);

type WorkingHoursYaml = z.infer<typeof workingHoursYaml>;

export function readWorkingHours({ time_zone: timeZone, days, from, to }: WorkingHoursYaml): WorkingHours {
  const weekdays = listOf(days)?.map((day) => WEEKDAYS.indexOf(day));
  return {
    ...(timeZone !== undefined && { timeZone }),
    weekdays: weekdays ? [...new Set(weekdays)].sort() : USUAL_HOURS.weekdays,
    from: minutesOf(from) ?? USUAL_HOURS.from,
    to: minutesOf(to) ?? USUAL_HOURS.to,
  };
}

/** The minutes after midnight of `09:30`; undefined where that is no time. */
export function minutesOf(time: string | undefined): number | undefined {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/u.exec(time ?? '') ?? [];
  return minutes === undefined ? undefined : Number(hours) * 60 + Number(minutes);
}
