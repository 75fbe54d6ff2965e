/** Alerts of the demo's past as they were last seen: nobody else changes them meanwhile, and reading one takes as long as changing it. */
import type { AlertView } from '../domain/alert-view.js';
import type { Store } from '../storage/store.js';

export interface PastViews {
  /** Reads no alert again that it knows, and forgets those that are changed through it. */
  readonly remembering: (store: Store) => Store;
}

export function createPastViews(): PastViews {
  const known = new Map<number, AlertView>();
  return {
    remembering: (store) => ({
      ...store,
      async viewAlert(alert) {
        const view = known.get(alert) ?? (await store.viewAlert(alert));
        if (view) known.set(alert, view);
        return view;
      },
      changeAlert(change) {
        known.delete(change.alert);
        return store.changeAlert(change);
      },
      recordTriage(record) {
        for (const { alert } of record.joinings) known.delete(alert.number);
        store.recordTriage(record);
      },
      recordAttended(attended, now) {
        for (const { alert } of attended) known.delete(alert);
        store.recordAttended(attended, now);
      },
    }),
  };
}
