import type { Ids } from './ids.js';

/** https://docs.slack.dev/reference/methods/views.open: a trigger lives three seconds and works once. */
const TRIGGER_LIFE_MS = 3000;

interface Trigger {
  readonly user: string;
  /** The modal that the person acted in; a view opened by this trigger is stacked upon it. */
  readonly viewId?: string;
}

export interface Triggers {
  readonly issue: (trigger: Trigger) => string;
  /** The trigger behind an id, which is used up by asking; or Slack's error. */
  readonly exchange: (
    id: string,
  ) => Trigger | 'invalid_trigger_id' | 'expired_trigger_id' | 'exchanged_trigger_id';
}

export function createTriggers(options: { readonly now: () => number; readonly ids: Ids }): Triggers {
  const { now, ids } = options;
  const issued = new Map<string, { readonly trigger: Trigger; readonly at: number; used: boolean }>();
  return {
    issue: (trigger) => {
      const id = `${Math.floor(ids.fraction() * 1e10)}.${Math.floor(ids.fraction() * 1e10)}.${ids.next('', 16).toLowerCase()}`;
      issued.set(id, { trigger, at: now(), used: false });
      return id;
    },
    exchange: (id) => {
      const found = issued.get(id);
      if (!found) return 'invalid_trigger_id';
      if (found.used) return 'exchanged_trigger_id';
      if (now() - found.at > TRIGGER_LIFE_MS) return 'expired_trigger_id';
      found.used = true;
      return found.trigger;
    },
  };
}
