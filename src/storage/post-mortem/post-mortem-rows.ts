/** Reads post-mortems with everything that their cards show. */
import type { Narrative } from '../../domain/narrative/narrative.js';
import { type PostMortemState, SECTIONS, type SectionName } from '../../domain/post-mortem/post-mortem.js';
import type { PostMortemView, SectionView } from '../../domain/post-mortem/post-mortem-view.js';
import { SELECT_VIEWS, type StaffRow, toStaff, toView, type ViewRow } from '../alert-rows.js';
import { type Sql, statement } from '../sql.js';
import { type ItemRow, SELECT_ITEMS, toItemView } from './action-item-rows.js';

const ROWS = statement(
  'post_mortems_by_number',
  `select p.*, to_json(o) as opener, to_json(r) as reviewer, to_json(c) as completer,
     (select json_build_object('sentences', n.sentences, 'reader', n.reader) from narratives n
      where n.post_mortem = p.number and p.state <> 'completed') as narrative
   from post_mortems p
   join staff o on o.id = p.opened_by
   left join staff r on r.id = p.reviewer_id
   left join staff c on c.id = p.completed_by
   where p.number = any($1::bigint[])`,
);

const SECTION_ROWS = statement(
  'sections_of_post_mortems',
  `select n.post_mortem, n.section, n.version, n.text, n.written_at, to_json(w) as writer
   from post_mortem_sections n left join staff w on w.id = n.written_by where n.post_mortem = any($1::bigint[])`,
);

/** A post-mortem of more is one of a theme; its page lists the rest by number. */
const MOST_ALERTS = 50;

const ALERTS = statement(
  'alerts_of_post_mortems',
  `select v.*, g.number as of_post_mortem
   from unnest($1::bigint[]) as g (number)
   cross join lateral (
     select alert, linked_at from post_mortem_alerts where post_mortem = g.number order by linked_at, alert limit ${MOST_ALERTS}) l
   cross join lateral (${SELECT_VIEWS} where a.number = l.alert) v
   order by l.linked_at, l.alert`,
);

const ITEMS = statement(
  'items_of_post_mortems',
  `${SELECT_ITEMS} where i.post_mortem = any($1::bigint[]) order by i.due_on, i.id`,
);

interface PostMortemRow {
  readonly number: string;
  readonly revision: number;
  readonly state: PostMortemState;
  readonly theme: string;
  readonly team: string;
  readonly lead_alert: string;
  readonly opened_at: Date;
  readonly reviewer_id: string | null;
  readonly completed_at: Date | null;
  readonly lesson: string | null;
  readonly opener: StaffRow;
  readonly reviewer: StaffRow | null;
  readonly completer: StaffRow | null;
  readonly narrative: Narrative | null;
}

interface SectionRow {
  readonly post_mortem: string;
  readonly section: SectionName;
  readonly version: number;
  readonly text: string;
  readonly written_at: Date | null;
  readonly writer: StaffRow | null;
}

/** By number. */
export async function readPostMortems(
  sql: Sql,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, PostMortemView>> {
  if (numbers.length === 0) return new Map();
  const [rows, sections, alerts, items] = await Promise.all([
    sql<PostMortemRow>(ROWS, [numbers]),
    sql<SectionRow>(SECTION_ROWS, [numbers]),
    sql<ViewRow & { of_post_mortem: string }>(ALERTS, [numbers]),
    sql<ItemRow>(ITEMS, [numbers]),
  ]);
  return new Map(
    rows.map((row) => {
      const of = sections.filter((each) => each.post_mortem === row.number);
      return [
        Number(row.number),
        {
          postMortem: toPostMortem(row),
          openedBy: toStaff(row.opener),
          ...(row.reviewer && { reviewer: toStaff(row.reviewer) }),
          ...(row.completer && { completedBy: toStaff(row.completer) }),
          sections: SECTIONS.map((name) =>
            toSection(
              name,
              of.find(({ section }) => section === name),
            ),
          ),
          alerts: alerts.filter((each) => each.of_post_mortem === row.number).map(toView),
          items: items.filter((each) => each.post_mortem === row.number).map(toItemView),
          ...(row.narrative && { narrative: row.narrative }),
        },
      ];
    }),
  );
}

function toPostMortem(row: PostMortemRow): PostMortemView['postMortem'] {
  return {
    number: Number(row.number),
    revision: row.revision,
    state: row.state,
    theme: row.theme,
    team: row.team,
    leadAlert: Number(row.lead_alert),
    openedAt: row.opened_at,
    ...(row.reviewer_id !== null && { reviewerId: row.reviewer_id }),
    ...(row.completed_at && { completedAt: row.completed_at }),
    ...(row.lesson !== null && { lesson: row.lesson }),
  };
}

function toSection(name: SectionName, row: SectionRow | undefined): SectionView {
  return {
    name,
    version: row?.version ?? 0,
    text: row?.text ?? '',
    ...(row?.written_at && { writtenAt: row.written_at }),
    ...(row?.writer && { writtenBy: toStaff(row.writer) }),
  };
}
