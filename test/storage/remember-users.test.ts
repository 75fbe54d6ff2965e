import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import { openDatabase, type Database } from '../../src/storage/database.js';
import { rememberUsers } from '../../src/use-cases/know-staff.js';
import { createServerDatabase, onServer } from '../database/test-database.js';
import { quietLog } from '../quiet-log.js';

const clock = (): Date => new Date('2026-11-20T09:00:00Z');
const opened: Database[] = [];
afterAll(async () => {
  await Promise.all(opened.map((each) => each.close()));
});

describe.skipIf(!onServer)('on a server', () => {
  it.each([
    ['with an e-mail address', 'person@example.com'],
    ['without one', undefined],
  ])('somebody %s whom two processes meet at the same moment is one person', async (_, email) => {
    const url = await createServerDatabase();
    opened.push(...(await Promise.all([1, 2].map(() => openDatabase({ url, clock, log: quietLog })))));
    const [one, two] = opened.slice(-2);
    const users = Array.from({ length: 300 }, (_each, number) => ({
      platform: 'slack' as const,
      userId: `U${number}`,
      name: `person ${number}`,
      standing: 'member' as const,
      ...(email !== undefined && { email: `${number}.${email}` }),
    }));
    await Promise.all(
      [one!, two!].map(({ transaction }) => rememberUsers({ transaction, clock, newId: randomUUID }, users)),
    );
    const { rows } = await one!.pool.query('select count(*)::int as people from staff');
    expect(rows).toEqual([{ people: 300 }]);
  });
});
