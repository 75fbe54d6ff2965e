import { query } from '../stories/server-control.js';

/** Whether everything heard has been decided on and everything wanted has been posted. */
export async function isAtRest(url: string): Promise<true | undefined> {
  const [left] = await query<{ work: number }>(
    url,
    `select ((select count(*) from signals where triaged_at is null)
       + (select count(*) from messages where state <> 'posted' or (role = 'card' and wanted_revision > posted_revision)))::int as work`,
  );
  return left?.work === 0 ? true : undefined;
}
