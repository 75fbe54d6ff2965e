import { z } from 'zod';

export const chatwootSettings = z.strictObject({
  base_address: z
    .url({ protocol: /^https?$/u })
    .transform((address) => address.replace(/\/+$/u, ''))
    .optional()
    .describe('Your Chatwoot, such as https://chat.acme.example, so that cards link to the conversation'),
  escalation_labels: z
    .array(z.string().trim().toLowerCase().min(1).max(100))
    .max(100)
    .default(['escalated', 'escalation'])
    .describe('Labels that mean an escalation when a conversation gets one'),
  read_messages: z
    .boolean()
    .default(false)
    .describe(
      'true: what customers write is heard as well, as mentions; rules and the reading decide. Usually only ratings and escalations are',
    ),
  unsigned: z
    .boolean()
    .default(false)
    .describe(
      'true: calls without a signature, as servers before 2026 send them, are believed by ?token=<secret> in their address',
    ),
});

export type ChatwootSettings = z.infer<typeof chatwootSettings>;
