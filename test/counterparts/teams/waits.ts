import type { CallRecord } from './call-record.js';
import type { TeamsMessage } from './message.js';
import { directsTo } from './readings.js';
import type { TeamsCommands, Wait } from './teams-commands.js';
import type { World } from './world.js';

const USUAL_TIMEOUT_MS = 5000;

type Waits = Pick<TeamsCommands, 'waitForMessage' | 'waitForDirect' | 'waitForCalls' | 'waitForPosts'>;

export function createWaits(options: { readonly world: World; readonly calls: CallRecord }): Waits {
  const { world, calls } = options;
  const until = <Found>(wait: Wait, what: string, look: () => Found | undefined): Promise<Found> =>
    world.changes.until({ what, look, timeoutMs: wait.timeoutMs ?? USUAL_TIMEOUT_MS });
  const atLeast = (wait: Wait, count: number, what: string, look: () => number): Promise<number> =>
    until(wait, `${count} ${what}`, () => (look() >= count ? look() : undefined));
  return {
    waitForMessage: (wanted) =>
      until(wanted, `a message ${described(wanted)}`, () =>
        world.log
          .all(wanted.conversation)
          .find(
            (each) =>
              (wanted.thread === undefined || each.thread === wanted.thread) &&
              holds(each, wanted.containing),
          ),
      ),
    waitForDirect: (wanted) =>
      until(wanted, `a direct message ${described(wanted)}`, () =>
        directsTo(world, wanted.person).find((each) => holds(each, wanted.containing)),
      ),
    waitForCalls: (wanted) =>
      atLeast(wanted, wanted.count ?? 1, `calls of ${wanted.operation}`, () => calls.count(wanted.operation)),
    waitForPosts: (wanted) => atLeast(wanted, wanted.count, 'posts', world.posts.count),
  };
}

/** Compares with what would be sent, in which quotation marks and line ends are escaped. */
function holds(message: TeamsMessage, words: string | undefined): boolean {
  return words === undefined || JSON.stringify(message.activity).includes(JSON.stringify(words).slice(1, -1));
}

function described(wanted: object): string {
  return Object.entries(wanted)
    .filter(([name]) => name !== 'timeoutMs')
    .map(([name, value]) => `${name} ${String(value)}`)
    .join(', ');
}
