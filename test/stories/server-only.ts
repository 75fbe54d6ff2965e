/** The stories that need a PostgreSQL server, and why; on the embedded database they are left out by this list alone. */
import { describe } from 'vitest';
import { onServer } from '../database/test-database.js';

const SERVER_ONLY = {
  'two-processes': 'two processes cannot share the embedded database',
  'two-processes-on-both': 'two processes cannot share the embedded database',
  'follow-ups-by-two-processes': 'two processes cannot share the embedded database',
  'a-theme-renamed-by-one-of-two': 'two processes cannot share the embedded database',
  'a-model-reads-for-two-processes': 'two processes cannot share the embedded database',
  'snooze-by-two-processes': 'two processes cannot share the embedded database',
  'database-away': 'the embedded database cannot be away',
  'a-silent-database': 'there is no network to the embedded database',
} as const;

export function describeOnServer(story: keyof typeof SERVER_ONLY, body: () => void): void {
  describe.skipIf(!onServer)(`${story} (on a server only: ${SERVER_ONLY[story]})`, body);
}
