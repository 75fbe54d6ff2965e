import type { RetryMessageStore } from '../use-cases/retry-message.js';
import { PERSON_PRIORITY } from './priority.js';
import { type Sql, statement } from './sql.js';

const RETRY = statement(
  'retry_message',
  `with retried as (
     update messages set state = 'wanted', attempt = 0, looks = 0, not_before = $2, priority = $3, unsure_since = null, lease = null,
       failure = null, posted_at = case when reference is null then null else posted_at end
     where id = $1 and (state = 'dead' and role <> 'roll_up' or (state = 'unknown' and not_before > '9000-01-01'))
     returning id, role),
   lines as (
     update messages l set state = 'wanted', failure = null, attempt = 0, not_before = 'infinity', posted_at = null
     from retried where retried.role in ('card', 'report') and l.root_id = retried.id and l.state = 'dead')
   select id from retried`,
);

export function createRetryStore(sql: Sql): RetryMessageStore {
  return {
    async retryMessage(messageId, now) {
      return (await sql(RETRY, [messageId, now, PERSON_PRIORITY])).length > 0;
    },
  };
}
