import { z } from 'zod';
import type { Settings } from '../settings.js';
import { keyed } from '../shape/keyed.js';

/** Slack takes one message a second for a channel: what comes after these would be seen half a minute late. */
const USUAL_OVER = 30;
const OVER = 'a whole number from 1, or off';

export const backlogYaml = keyed(
  {
    roll_up_over: z
      .union(
        [
          z.number({ error: OVER }).int({ error: OVER }).min(1, { error: OVER }),
          z.literal('off', { error: OVER }),
        ],
        { error: OVER },
      )
      .optional()
      .describe(
        `Where more cards than this wait for a channel of Slack or Teams, one message names several alerts, each with its button. Usually ${USUAL_OVER}.`,
      ),
  },
  '{ roll_up_over: 30 }',
);

export function readBacklog(yaml: z.infer<typeof backlogYaml> = {}): Pick<Settings, 'rollUpOver'> {
  const { roll_up_over: over = USUAL_OVER } = yaml;
  return over === 'off' ? {} : { rollUpOver: over };
}
