/** Lets a test wait until something has come about, without polling. */
export interface Changes {
  /** To be called after anything that a waiting test may look at. */
  readonly happened: () => void;
  /** What `look` finds, now or after a later change; an error that says `what` after `timeoutMs`. */
  readonly until: <Found>(wait: {
    readonly what: string;
    readonly look: () => Found | undefined;
    readonly timeoutMs: number;
  }) => Promise<Found>;
}

/** `platform` stands for itself in the error: `Slack`. */
export function createChanges(platform: string): Changes {
  const waiting = new Set<() => void>();
  return {
    happened: () => {
      for (const lookAgain of waiting) lookAgain();
    },
    until: ({ what, look, timeoutMs }) =>
      new Promise((resolve, reject) => {
        const found = look();
        if (found !== undefined) {
          resolve(found);
          return;
        }
        const lookAgain = (): void => {
          const now = look();
          if (now === undefined) return;
          stop();
          resolve(now);
        };
        const stop = (): void => {
          clearTimeout(timer);
          waiting.delete(lookAgain);
        };
        const timer = setTimeout(() => {
          stop();
          reject(new Error(`The counterpart of ${platform} waited ${timeoutMs} ms in vain for ${what}`));
        }, timeoutMs);
        waiting.add(lookAgain);
      }),
  };
}
