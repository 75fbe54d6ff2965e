import type { AlertEvent } from '../domain/alert-event.js';
import type { AlertView } from '../domain/alert-view.js';
import { type Change, type RefusalReason, isRefused } from '../domain/changes/change.js';
import { decide } from '../domain/changes/decide.js';
import type { Policy } from '../domain/policy.js';
import type { AlertFields } from '../domain/changes/change.js';
import type { Clock, NewId, Transaction } from './transaction.js';

export interface ChangeAlertStore {
  /** The alert with all that its card shows; undefined where there is none of that number. */
  viewAlert(alert: number): Promise<AlertView | undefined>;
  /**
   * Sets the fields where the alert still stands at `revision`, records the event and wants every card of it shown anew, its
   * thread told. False: somebody was quicker and nothing was written.
   */
  changeAlert(change: {
    readonly alert: number;
    readonly revision: number;
    readonly fields: AlertFields;
    readonly event: AlertEvent;
    readonly eventId: string;
    readonly actorId: string;
    /** The member of staff who is told directly, because they must act now. */
    readonly tell: string | null;
    readonly at: Date;
  }): Promise<boolean>;
  /** The number of another unclosed alert that holds the same matter. */
  otherUnclosed(alert: number): Promise<number | undefined>;
}

export interface ChangeAlertDeps {
  readonly transaction: Transaction<ChangeAlertStore>;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly policy: Policy;
  /** Called after the commit: there are cards to post. */
  readonly changed: (alert: number) => void;
}

export interface ChangeCommand {
  readonly alert: number;
  readonly actorId: string;
  readonly change: Change;
}

/** `view` is the alert as it stands after the change, or as it stood when it was refused. */
export type ChangeResult =
  | { readonly outcome: 'changed'; readonly view: AlertView; readonly event: AlertEvent }
  | {
      readonly outcome: 'refused';
      readonly reason: RefusalReason;
      readonly view: AlertView;
      readonly newer?: number;
    }
  | { readonly outcome: 'not_found'; readonly alert: number };

/** Ten people may press at once; each round one of them wins, and a loser is refused in the next. */
const ROUNDS = 20;

/** Does what one person asked of one alert, decided by its state, raced by its revision. Throws DatabaseAway. */
export async function changeAlert(deps: ChangeAlertDeps, command: ChangeCommand): Promise<ChangeResult> {
  for (let round = 0; round < ROUNDS; round += 1) {
    const result = await deps.transaction((store) => attempt(deps, store, command));
    if (result === 'outrun') continue;
    if (result.outcome === 'changed') deps.changed(command.alert);
    return result;
  }
  throw new Error(`alert ${command.alert} changed under ${ROUNDS} attempts in a row`);
}

async function attempt(
  deps: ChangeAlertDeps,
  store: ChangeAlertStore,
  { alert: number, actorId, change }: ChangeCommand,
): Promise<ChangeResult | 'outrun'> {
  const view = await store.viewAlert(number);
  if (!view) return { outcome: 'not_found', alert: number };
  const at = deps.clock();
  const verdict = decide({ alert: view.alert, actorId, at }, change, {
    tier: view.account?.tier,
    policy: deps.policy,
  });
  if (isRefused(verdict)) return { outcome: 'refused', reason: verdict.refused, view };
  if (change.verb === 'reopen') {
    const newer = await store.otherUnclosed(number);
    if (newer !== undefined) return { outcome: 'refused', reason: 'superseded', view, newer };
  }
  const written = await store.changeAlert({
    alert: number,
    revision: view.alert.revision,
    fields: verdict.fields,
    event: verdict.event,
    eventId: deps.newId(),
    actorId,
    tell: change.verb === 'reassign' && change.to !== actorId ? change.to : null,
    at,
  });
  if (!written) return 'outrun';
  const after = await store.viewAlert(number);
  return { outcome: 'changed', view: after ?? view, event: verdict.event };
}
