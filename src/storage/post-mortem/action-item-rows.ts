import type { ActionItem } from '../../domain/post-mortem/action-item.js';
import type { ActionItemView } from '../../domain/post-mortem/post-mortem-view.js';
import { type StaffRow, toStaff } from '../alert-rows.js';

/** A date is read as it is written: a moment of it would be one of some zone. */
export const ITEM_COLUMNS = `i.id as item_id, i.post_mortem, i.text, i.owner_id, i.due_on::text as due_on, i.partner, i.tracker,
    i.added_at, i.done_at`;

/** Action items with their owners; add a condition, order and limit. */
export const SELECT_ITEMS = `
  select ${ITEM_COLUMNS}, to_json(o) as owner from action_items i join staff o on o.id = i.owner_id`;

export interface BareItemRow {
  readonly item_id: string;
  readonly post_mortem: string;
  readonly text: string;
  readonly owner_id: string;
  readonly due_on: string;
  readonly partner: string | null;
  readonly tracker: string | null;
  readonly added_at: Date;
  readonly done_at: Date | null;
}

export interface ItemRow extends BareItemRow {
  readonly owner: StaffRow;
}

export function toItem(row: BareItemRow): ActionItem {
  return {
    id: row.item_id,
    postMortem: Number(row.post_mortem),
    text: row.text,
    ownerId: row.owner_id,
    dueOn: row.due_on,
    addedAt: row.added_at,
    ...(row.partner !== null && { partner: row.partner }),
    ...(row.tracker !== null && { tracker: row.tracker }),
    ...(row.done_at && { doneAt: row.done_at }),
  };
}

export function toItemView(row: ItemRow): ActionItemView {
  return { item: toItem(row), owner: toStaff(row.owner) };
}
