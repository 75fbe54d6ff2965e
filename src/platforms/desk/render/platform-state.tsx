import { capital, sentence } from '../../../cards/sentence.js';
import type { PlatformState } from '../desk-deps.js';

/** How a platform is, in words for people who do not run it, and what that means for their messages. */
const SAID: Readonly<Record<PlatformState['state'], { readonly name: string; readonly means?: string }>> = {
  starting: { name: 'Connecting', means: 'Messages wait until it answers.' },
  ok: { name: 'Working' },
  away: {
    name: 'Cannot be reached',
    means: 'It is tried again by itself. Messages that cannot go out wait.',
  },
  parked: { name: 'Stopped', means: 'Messages wait until somebody mends it.' },
};

export function PlatformStateView({ state, reason }: Pick<PlatformState, 'state' | 'reason'>) {
  const { name, means } = SAID[state];
  return (
    <>
      <span class={`state state-${state}`}>{name}</span>
      {means !== undefined && <p class="reason">{means}</p>}
      {reason !== undefined && <p class="reason">{sentence(capital(reason))}</p>}
    </>
  );
}
