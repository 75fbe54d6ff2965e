import { describe, expect, it } from 'vitest';
import { type Contacts, contactsAt, isContact, latestContacts } from '../../src/domain/contacts.js';

const day = (number: number, clock = '10:00'): Date =>
  new Date(Date.parse(`2026-11-01T${clock}:00Z`) + (number - 1) * 86_400_000);

describe('the contacts of a customer', () => {
  it('are those before and those just heard, from the first of them to the newest', () => {
    const earlier: Contacts = { count: 2, since: day(11), newest: day(16) };
    expect(contactsAt(day(20), earlier, [day(20)])).toEqual({ count: 3, since: day(11), newest: day(20) });
    expect(contactsAt(day(20), undefined, [day(20)])).toEqual({ count: 1, since: day(20), newest: day(20) });
  });

  it('leave out what is later, what is thirty days old, and so what is nothing', () => {
    expect(contactsAt(day(40), undefined, [day(10), day(41)])).toBeUndefined();
    expect(contactsAt(day(40), undefined, [day(10, '10:01'), day(40)])).toMatchObject({ count: 2 });
  });

  it('may be of a voice that was delivered late, after newer ones', () => {
    const earlier: Contacts = { count: 1, since: day(3), newest: day(3) };
    expect(contactsAt(day(5), earlier, [day(5), day(9)])).toEqual({
      count: 2,
      since: day(3),
      newest: day(5),
    });
  });

  it('are words or a score, not what a source tells of a ticket', () => {
    const score = { metric: 'csat', value: 2, scale: { min: 1, max: 5 } } as const;
    expect([isContact({ text: 'Hello' }), isContact({ score }), isContact({})]).toEqual([true, true, false]);
  });

  it('of an alert are those of its newest voice', () => {
    const one = { count: 2, since: day(1), newest: day(5) };
    const two = { count: 3, since: day(1), newest: day(5) };
    expect(latestContacts([one, undefined, two])).toBe(two);
    expect(latestContacts([{ ...one, newest: day(6) }, two])).toMatchObject({ newest: day(6) });
    expect(latestContacts([undefined])).toBeUndefined();
  });
});
