import { query } from '../stories/server-control.js';

/** Whether everything heard has been decided on and everything wanted has been posted. */
export async function isAtRest(url: string): Promise<true | undefined> {
  return isNothingLeft(
    url,
    `select count(*)::int from messages where state <> 'posted' or (role = 'card' and wanted_revision > posted_revision)`,
  );
}

/** The same, where messages may be unconfirmed, and the lines behind one wait until somebody has looked. */
export async function isAtRestButUnconfirmed(url: string): Promise<true | undefined> {
  return isNothingLeft(
    url,
    `select count(*)::int from messages m
     where (state <> 'posted' or (role = 'card' and wanted_revision > posted_revision))
       and not (state = 'unknown' and not_before > '9000-01-01')
       and not (role = 'line' and exists (
         select from messages e where e.state = 'unknown' and e.not_before > '9000-01-01'
           and (e.id = m.root_id or (e.root_id = m.root_id and e.seq < m.seq))))`,
  );
}

/** The same, where a roll-up may stand for a card, whose lines then wait. */
export async function isAtRestWithRollUps(url: string): Promise<true | undefined> {
  return isNothingLeft(
    url,
    `select count(*)::int from messages m
     where (state <> 'posted' or (role in ('card', 'roll_up') and wanted_revision > posted_revision))
       and not (role = 'card' and state = 'gathered')
       and not (role = 'line' and exists (select from messages c where c.id = m.root_id and c.state = 'gathered'))`,
  );
}

async function isNothingLeft(url: string, unposted: string): Promise<true | undefined> {
  const [left] = await query<{ work: number }>(
    url,
    `select ((select count(*)::int from signals where triaged_at is null) + (${unposted})) as work`,
  );
  return left?.work === 0 ? true : undefined;
}
