import { z } from 'zod';
import type { PostMortemPolicy } from '../../domain/policy.js';
import { USUAL_PARTNERS } from '../../domain/post-mortem/action-item.js';
import { USUAL_ALIKE } from '../../domain/post-mortem/worth-one.js';
import { keyed } from '../shape/keyed.js';
import { shortText } from './forms.js';

const MOST_PARTNERS = 50;
const OFFER_AFTER = 'a whole number from 2, or off';

export const postMortemsYaml = keyed(
  {
    partners: z
      .array(shortText('the name of a team that an action may need', 60), {
        error: 'a list of names: [technology, legal]',
      })
      .max(MOST_PARTNERS, { error: `at most ${MOST_PARTNERS} partners` })
      .optional()
      .describe(`The teams that an action may need besides its owner. Usually ${USUAL_PARTNERS.join(', ')}.`),
    offer_after: z
      .union(
        [
          z.number({ error: OFFER_AFTER }).int({ error: OFFER_AFTER }).min(2, { error: OFFER_AFTER }),
          z.literal('off', { error: OFFER_AFTER }),
        ],
        { error: OFFER_AFTER },
      )
      .optional()
      .describe(
        `A post-mortem is suggested from so many alerts of one theme and team in a week on. Usually ${USUAL_ALIKE}.`,
      ),
  },
  '{ partners: [technology, legal], offer_after: 5 }',
);

export function readPostMortems(yaml: z.infer<typeof postMortemsYaml> = {}): PostMortemPolicy {
  const { partners, offer_after: offerAfter = USUAL_ALIKE } = yaml;
  return {
    partners: [...new Set<string>(partners ?? USUAL_PARTNERS)],
    ...(offerAfter !== 'off' && { offerAfter }),
  };
}
