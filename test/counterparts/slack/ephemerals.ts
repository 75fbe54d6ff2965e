import type { Attachment, Block } from './message.js';

/** A message that one person sees, and that is gone when they reload. */
export interface Ephemeral {
  readonly ts: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly user: string;
  readonly channel: string;
  readonly text: string;
  readonly blocks?: readonly Block[];
  readonly attachments?: readonly Attachment[];
  readonly thread_ts?: string;
  /** How it came: by the method, as the answer to a command, or through a response_url. */
  readonly by: 'chat.postEphemeral' | 'command' | 'response_url';
  /** The response_url has taken it back, or has put another in its place. */
  readonly gone?: 'deleted' | 'replaced';
}

export interface Ephemerals {
  readonly show: (ephemeral: Ephemeral) => void;
  readonly takeAway: (user: string, ts: string, how: 'deleted' | 'replaced') => void;
  readonly find: (user: string, ts: string) => Ephemeral | undefined;
  /** All that `user` has been shown, oldest first. */
  readonly of: (user: string) => readonly Ephemeral[];
}

export function createEphemerals(): Ephemerals {
  const shown = new Map<string, Ephemeral[]>();
  const of = (user: string): readonly Ephemeral[] => shown.get(user) ?? [];
  return {
    of,
    show: (ephemeral) => void shown.set(ephemeral.user, [...of(ephemeral.user), ephemeral]),
    takeAway: (user, ts, how) =>
      void shown.set(
        user,
        of(user).map((each) => (each.ts === ts ? { ...each, gone: how } : each)),
      ),
    find: (user, ts) => of(user).find((each) => each.ts === ts && each.gone === undefined),
  };
}
