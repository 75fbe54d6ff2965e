import type { ModelMemoryStore } from '../use-cases/model-memory.js';
import { type Sql, statement } from './sql.js';

const KEPT = statement('kept_answer', 'select answer from model_answers where key = $1');

const KEEP = statement(
  'keep_answer',
  'insert into model_answers (key, answer, kept_at) values ($1, $2, $3) on conflict (key) do nothing',
);

const SPEND = statement(
  'spend_call',
  `insert into model_calls as c (day, calls) values ($1, 1)
   on conflict (day) do update set calls = c.calls + 1 where c.calls < $2
   returning calls`,
);

export function createModelMemory(sql: Sql): ModelMemoryStore {
  return {
    async keptAnswer(key) {
      return (await sql<{ answer: unknown }>(KEPT, [Buffer.from(key)]))[0]?.answer;
    },
    keepAnswer(key, answer, at) {
      sql.send(KEEP, [Buffer.from(key), JSON.stringify(answer), at]);
    },
    async spendCall(day, most) {
      return (await sql(SPEND, [day, most])).length > 0;
    },
  };
}
