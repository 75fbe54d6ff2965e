/** The one test-only variable, EARSHOT_TEST: how our own tests make the running product die, hurry or wait. */
import { z } from 'zod';
import type { NoteFault } from './config-fault.js';
import { isLoopback } from './loopback.js';
import { keyed } from './shape/keyed.js';
import { misfitsOf } from './shape/misfits.js';
import { pathInWords } from './shape/misfit.js';

/** Where the process can be made to kill itself. */
export const KILL_POINTS = [
  'accepted', // after the 202, before triage
  'mid-triage',
  'before-call',
  'after-call', // after the call, before its answer is used
  'before-result-commit', // after the answer, before the commit
  'after-claim', // the claim is committed, the card not yet edited
] as const;
export type KillPoint = (typeof KILL_POINTS)[number];

const milliseconds = z.int({ error: 'whole milliseconds' }).min(0, { error: 'milliseconds from 0' });

const loopbackAddress = z
  .url({ error: 'an address on loopback such as http://127.0.0.1:4000' })
  .refine((text) => URL.canParse(text) && isLoopback(new URL(text).hostname), {
    error: 'an address on loopback such as http://127.0.0.1:4000',
  });

const testMarks = keyed(
  {
    killAt: z.enum(KILL_POINTS, { error: `one of ${KILL_POINTS.join(', ')}` }).optional(),
    /** At which passage of `killAt`, counted from 1; absent: the first. */
    killAtPass: z.int({ error: 'a whole number' }).min(1, { error: 'a number from 1' }).optional(),
    /** How long after an ambiguous answer the platform is searched. */
    settleMs: milliseconds.optional(),
    leaseMs: milliseconds.optional(),
    /** No limits on sources. */
    unlimited: z.boolean({ error: 'true or false' }).optional(),
    /** Added to the clock; may be negative. */
    clockOffsetMs: z.int({ error: 'whole milliseconds' }).optional(),
    /** Where a stand-in for Microsoft listens: its OpenID metadata, its tokens, its connector. */
    teams: keyed(
      { openIdUrl: loopbackAddress, tokenUrl: loopbackAddress, serviceUrl: loopbackAddress },
      'a map of openIdUrl, tokenUrl and serviceUrl',
    ).optional(),
  },
  'a JSON object such as {"killAt":"after-call"}',
);

export type TestMarks = Readonly<z.infer<typeof testMarks>>;

/** The marks in `text`; undefined, with faults noted, where they are wrong or `host` could be reached by others. */
export function readTestMarks(text: string, host: string, fault: NoteFault): TestMarks | undefined {
  if (!isLoopback(host)) {
    fault({
      path: 'EARSHOT_TEST',
      message: 'is set while HOST is not loopback',
      mend: 'take EARSHOT_TEST away: it is for our own tests and can stop the process',
    });
    return undefined;
  }
  const read = testMarks.safeParse(parseJson(text), { reportInput: true });
  if (read.success) return read.data;
  for (const { path, message, mend } of misfitsOf(read.error)) {
    fault({ path: ['EARSHOT_TEST', pathInWords(path)].filter(Boolean).join(': '), message, mend });
  }
  return undefined;
}

/** Undefined where it is no JSON, which the schema then says. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
