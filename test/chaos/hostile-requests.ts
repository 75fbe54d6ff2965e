/** Draws hostile requests for all doors in turn, every other one correctly signed. */
import type { Door, HostileRequest } from './hostile-door.js';
import type { Chance } from './seeded.js';

/** Now and then somebody sends the same once more. */
const AGAIN = 0.05;
const REMEMBERED = 50;

export function* drawRequests(
  chance: Chance,
  count: number,
  doors: readonly Door[],
): Generator<HostileRequest, void> {
  const earlier: Readonly<Record<'signed' | 'unsigned', HostileRequest[]>> = { signed: [], unsigned: [] };
  const signable = doors.filter(({ signed }) => signed !== undefined);
  for (let number = 0; number < count; number += 1) {
    const signed = number % 2 === 0;
    const of = signed ? signable : doors;
    const door = of[(number >> 1) % of.length]!;
    const before = earlier[signed ? 'signed' : 'unsigned'];
    if (before.length > 0 && chance.happens(AGAIN)) yield chance.pick(before);
    else {
      const { name, at, isOpen = false } = door;
      const draw = signed ? door.signed! : door.unsigned;
      const request = { door: name, at, signed, isOpen, ...draw(chance) };
      before.push(request);
      if (before.length > REMEMBERED) before.shift();
      yield request;
    }
  }
}
