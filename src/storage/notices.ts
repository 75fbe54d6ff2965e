import type { NoticeStore } from '../use-cases/give-notice.js';
import type { Notice } from '../use-cases/read-desk.js';
import { type Sql, statement } from './sql.js';

const SET = statement(
  'set_notice',
  `insert into notices (key, text, at) values ($1, $2, $3)
   on conflict (key) do update set text = excluded.text, at = case when notices.text = excluded.text then notices.at else excluded.at end`,
);
const CLEAR = statement('clear_notice', 'delete from notices where key = $1 returning key');
const READ = statement('read_notices', 'select key, text, at from notices order by at desc, key limit 100');

export function createNoticeStore(sql: Sql): NoticeStore {
  return {
    async setNotice(key, text, at) {
      await sql(SET, [key, text, at]);
    },
    async clearNotice(key) {
      return (await sql(CLEAR, [key])).length > 0;
    },
  };
}

export function readNotices(sql: Sql): Promise<readonly Notice[]> {
  return sql<Notice>(READ);
}
