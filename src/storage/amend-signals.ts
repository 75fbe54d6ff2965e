import type { AmendedSignal } from '../domain/fold-answers.js';
import { normalise } from '../domain/score.js';
import { type Sql, statement } from './sql.js';

/** What a signal said itself stays as it is; `counts_metric` and `counts_place` are what figures count of it. */
const AMEND_SIGNALS = statement(
  'amend_signals',
  `update signals s set amends = coalesce(g.amends, s.amends), amended_at = case when g.overtaken then coalesce(s.amended_at, $2) else s.amended_at end,
     metric = coalesce(g.counts_metric, s.metric, g.metric), score = coalesce(s.score, g.score),
     scale_min = coalesce(s.scale_min, g.scale_min), scale_max = coalesce(s.scale_max, g.scale_max),
     score_place = coalesce(g.counts_place, s.score_place, g.score_place), text = coalesce(s.text, g.text)
   from json_to_recordset($1::json) as g (id uuid, amends uuid, overtaken boolean, counts_metric text, counts_place float8, metric text,
     score float8, scale_min float8, scale_max float8, score_place float8, text text)
   where s.id = g.id`,
);

/** Sends the statement without waiting for an answer; where nothing was said again there is none. */
export function amendSignals(sql: Sql, amended: readonly AmendedSignal[], at: Date): void {
  if (amended.length === 0) return;
  const rows = amended.map(({ id, amends, overtaken, filled, counts }) => ({
    ...{ id, amends, overtaken },
    ...{ counts_metric: counts?.metric, counts_place: counts && normalise(counts) },
    ...{ metric: filled?.score?.metric, score: filled?.score?.value },
    ...{ scale_min: filled?.score?.scale.min, scale_max: filled?.score?.scale.max },
    ...{ score_place: filled?.score && normalise(filled.score), text: filled?.text },
  }));
  sql.send(AMEND_SIGNALS, [JSON.stringify(rows), at]);
}
