/** The desk as a platform to post to: its pages show what the database says, so a message is up once it is recorded. */
import type { Platform } from '../../posting/platform.js';

export function deskPlatform(publish: () => void): Platform {
  return {
    name: 'desk',
    ready: () => true,
    buckets: () => [],
    send: (call) => {
      publish();
      return Promise.resolve({ outcome: 'posted', reference: call.edit ?? call.messageId });
    },
    lookBuckets: () => [],
    find: (_place, sought) =>
      Promise.resolve({
        found: sought.map(({ messageId: reference }) => ({ outcome: 'found', reference })),
        calls: 0,
      }),
  };
}
