import type { Staff } from '../../../domain/staff.js';
import { findReader } from '../frame.js';
import { NobodyHere } from '../pages/visit.js';
import { type Desk, type DeskContext, wantedStaff } from './desk-app.js';

/** Who acts with this request. Throws NobodyHere where nobody may act. */
export async function actorOf(context: DeskContext, { deps }: Desk): Promise<Staff> {
  const actor = await deps.read((store) => findReader(store, deps.people, wantedStaff(context)));
  if (!actor) throw new NobodyHere('nobody who may act is known');
  return actor;
}
