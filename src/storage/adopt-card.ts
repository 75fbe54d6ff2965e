import type { AdoptCardStore } from '../use-cases/adopt-card.js';
import { type Sql, statement } from './sql.js';

/** What is seen may show an earlier state: it is wanted anew, as an edit. A roll-up that names the alert, or a post-mortem of it, is not its card. */
const ADOPT = statement(
  'adopt_card',
  `with adopted as (
     update messages set state = 'wanted', reference = $4, unsure_since = null, posted_at = coalesce(posted_at, $5), not_before = $5,
       looks = 0, failure = null, lease = null, lease_until = null
     where alert = $1 and platform = $2 and channel = $3 and role = 'card' and state = 'unknown'
       and not exists (select from messages r where r.platform = $2 and r.reference = $4 and r.role in ('card', 'roll_up'))
     returning id),
   lines as (
     update messages l set not_before = $5 from adopted
     where l.root_id = adopted.id and l.state = 'wanted' and l.not_before = 'infinity')
   select id from adopted`,
);

export function createAdoptCardStore(sql: Sql): AdoptCardStore {
  return {
    async adoptCard({ alert, platform, channel, reference }, now) {
      return (await sql(ADOPT, [alert, platform, channel, reference, now])).length > 0;
    },
  };
}
