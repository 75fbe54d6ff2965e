import { z } from 'zod';
import { SIGNAL_KINDS } from '../../domain/signal.js';

export const cloudEventsSettings = z.strictObject({
  types: z
    .record(z.string(), z.enum(SIGNAL_KINDS))
    .default({})
    .describe(
      'The types of event that are customer voice, each with its kind where the data names none; others are ignored. Without any, every event is taken for one',
    ),
  allowed_origins: z
    .array(z.string().trim().toLowerCase().min(1).max(253))
    .max(20)
    .default([])
    .describe('Who may ask by OPTIONS whether events are welcome here: names as in WebHook-Request-Origin'),
});

export type CloudEventsSettings = z.infer<typeof cloudEventsSettings>;
