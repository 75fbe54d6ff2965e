import { z } from 'zod';

const phrases = z.array(z.string().trim().min(1).max(200)).max(100).default([]);

export const zendeskSettings = z.strictObject({
  base_address: z
    .url({ protocol: /^https?$/u })
    .transform((address) => address.replace(/\/+$/u, ''))
    .optional()
    .describe(
      'Your Zendesk, such as https://acme.zendesk.com: its events do not name it, and cards link to the ticket',
    ),
  escalation_tags: z
    .array(z.string().trim().toLowerCase().min(1).max(100))
    .max(100)
    .default(['escalated', 'escalation'])
    .describe('Tags that mean an escalation when a ticket gets one'),
  escalation_statuses: z
    .record(z.string(), z.string().min(1).max(100))
    .default({})
    .describe('Custom statuses that mean an escalation: the id of the status, and its name for people'),
  breach_within_minutes: z
    .number()
    .int()
    .min(0)
    .max(10_080)
    .default(60)
    .describe('How near the next SLA breach must be to count as an escalation'),
  good_phrases: phrases.describe(
    'More ways in which a trigger’s rating says good, in your customers’ languages',
  ),
  bad_phrases: phrases.describe('More ways in which a trigger’s rating says bad'),
});

export type ZendeskSettings = z.infer<typeof zendeskSettings>;
