/** Lists and histories that people ask for. */
import type { AlertView, EventView } from '../domain/alert-view.js';
import type { Transaction } from './transaction.js';

/** Unclosed alerts, the gravest and the soonest due first. */
export type AlertFilter =
  /** `due`: what its owner has to do first at the top, whatever its severity. */
  | { readonly show: 'mine'; readonly staffId: string; readonly order?: 'due' }
  | { readonly show: 'unclaimed' }
  | { readonly show: 'team'; readonly team: string }
  | { readonly show: 'all' };

export interface ReadAlertsStore {
  /** At most `limit`, with how many there are in all. */
  listAlerts(
    filter: AlertFilter,
    limit: number,
  ): Promise<{ readonly views: readonly AlertView[]; readonly total: number }>;
  viewAlert(alert: number): Promise<AlertView | undefined>;
  /** Oldest first, at most 200. */
  history(alert: number): Promise<readonly EventView[]>;
}

export interface ReadAlertsDeps {
  readonly transaction: Transaction<ReadAlertsStore>;
}
