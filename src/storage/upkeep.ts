import type { KeepHouseStore } from '../use-cases/keep-house.js';
import { type Sql, statement } from './sql.js';

const FORGET_BODIES = statement(
  'forget_bodies',
  `with old as (select id from deliveries where body is not null and body_until <= $1 order by body_until limit $2 for update skip locked)
   update deliveries d set body = null from old where d.id = old.id returning d.id`,
);

const FORGET_REQUESTS = statement(
  'forget_requests',
  `with old as (select key from seen_requests where seen_at < $1 order by seen_at limit $2 for update skip locked)
   delete from seen_requests r using old where r.key = old.key returning r.key`,
);

const FORGET_BUCKETS = statement(
  'forget_buckets',
  'delete from buckets where counted_at < $1 and (closed_until is null or closed_until < $1)',
);

const FORGET_REPORTS = statement(
  'forget_reports',
  'delete from reports where shared_at is null and asked_at < $1',
);

/** So long the same words are not asked again; with them the quotes in the answers go. `$1` is a day ago. */
const FORGET_ANSWERS = statement(
  'forget_answers',
  `with old as (
     select key from model_answers where kept_at < $1::timestamptz - interval '29 days' order by kept_at limit $2 for update skip locked)
   delete from model_answers a using old where a.key = old.key`,
);

const FORGET_CALLS = statement(
  'forget_model_calls',
  `delete from model_calls where day < ($1::timestamptz at time zone 'UTC')::date - 29`,
);

/** What nothing can mend is shown for a week. */
const FORGET_NOTICES = statement(
  'forget_notices',
  `delete from notices where key like 'twice:%' and at < $1::timestamptz - interval '6 days'`,
);

export function createUpkeepStore(sql: Sql): KeepHouseStore {
  return {
    async forgetBodies(now, limit) {
      return (await sql(FORGET_BODIES, [now, limit])).length;
    },
    async forgetRequests(before, limit) {
      await sql(FORGET_BUCKETS, [before]);
      await sql(FORGET_NOTICES, [before]);
      await sql(FORGET_REPORTS, [before]);
      await sql(FORGET_ANSWERS, [before, limit]);
      await sql(FORGET_CALLS, [before]);
      return (await sql(FORGET_REQUESTS, [before, limit])).length;
    },
  };
}
