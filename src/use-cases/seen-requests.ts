/** Requests that may come more than once, because their sender repeats them or somebody replays them, and must work once. */
export interface SeenRequests {
  /**
   * Whether `key` is seen for the first time. `in_progress`: somebody, on this process or another, is at it; a key begun more
   * than a minute ago and neither done nor given up is new again, because its process died. Throws DatabaseAway.
   */
  begin(key: string, at: Date): Promise<'new' | 'done' | 'in_progress'>;
  /** Its work is committed: from now on it is `done`. Throws DatabaseAway. */
  done(key: string): Promise<void>;
  /** Its work failed and is to be done when it comes again: from now on it is new. Throws DatabaseAway. */
  giveUp(key: string): Promise<void>;
}
