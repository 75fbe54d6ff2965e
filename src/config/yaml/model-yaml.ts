import { z } from 'zod';
import { keyed } from '../shape/keyed.js';

/** Some 2.5 million tokens a day at the most, about two euros of a small model. */
const USUAL_CALLS_PER_DAY = 2_000;
const MOST_CALLS_PER_DAY = 1_000_000;
const CALLS = `a whole number from 1 to ${MOST_CALLS_PER_DAY.toLocaleString('en-GB')}`;

export const modelYaml = keyed(
  {
    calls_per_day: z
      .int({ error: CALLS })
      .min(1, { error: CALLS })
      .max(MOST_CALLS_PER_DAY, { error: CALLS })
      .optional()
      .describe(
        `How often the language model may be asked on one day (UTC), by all processes together; then the built-in reading holds. Usually ${USUAL_CALLS_PER_DAY}.`,
      ),
  },
  '{ calls_per_day: 2000 }',
);

export function readCallsPerDay(yaml: z.infer<typeof modelYaml> = {}): number {
  return yaml.calls_per_day ?? USUAL_CALLS_PER_DAY;
}
