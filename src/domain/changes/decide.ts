import type { Policy } from '../policy.js';
import { changeSeverity } from './change-severity.js';
import type { Change, Situation, Verdict } from './change.js';
import { claim } from './claim.js';
import { dismiss } from './dismiss.js';
import { logContact } from './log-contact.js';
import { promise } from './promise.js';
import { reassign } from './reassign.js';
import { release } from './release.js';
import { reopen } from './reopen.js';
import { resolve } from './resolve.js';
import { snooze } from './snooze.js';
import { stillOnIt } from './still-on-it.js';
import { takeOver } from './take-over.js';
import { wake } from './wake.js';

/** What comes of `change` in this situation. Pure; the database decides races by the alert's revision. */
export function decide(
  situation: Situation,
  change: Change,
  context: { readonly tier?: string | undefined; readonly policy: Policy },
): Verdict {
  switch (change.verb) {
    case 'claim':
      return claim(situation);
    case 'release':
      return release(situation);
    case 'take_over':
      return takeOver(situation, change);
    case 'reassign':
      return reassign(situation, change);
    case 'resolve':
      return resolve(situation, change);
    case 'dismiss':
      return dismiss(situation, change);
    case 'reopen':
      return reopen(situation, change, context);
    case 'change_severity':
      return changeSeverity(situation, change, context);
    case 'snooze':
      return snooze(situation, change);
    case 'wake':
      return wake(situation);
    case 'still_on_it':
      return stillOnIt(situation);
    case 'log_contact':
      return logContact(situation, change);
    case 'promise':
      return promise(situation, change);
  }
}
