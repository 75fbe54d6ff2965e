import type { AudienceKind } from '../domain/digest/audience.js';
import type { DigestQuestion } from '../domain/digest/digest-question.js';
import { readSpan, spanText } from '../domain/figures/period.js';
import type { FoundReport, ReadReportStore } from '../use-cases/read-report.js';
import type { ReportStore } from '../use-cases/share-report.js';
import { type StaffRow, toStaff } from './alert-rows.js';
import { PERSON_PRIORITY } from './priority.js';
import { type Sql, statement } from './sql.js';
import { readToldVoice } from './voice-reports.js';

const KEEP = statement(
  'keep_report',
  `insert into reports (id, kind, span, team, source, time_zone, asked_at, asked_by, platform, channel)
   values ($1, 'summary', $2, $3, $4, $5, $6, $7, $8, $9)`,
);

/** Two who press at once wait for each other at the row: one of them shares it. */
const SHARE = statement(
  'share_report',
  `with shared as (
     update reports set shared_at = $3 where id = $1 and asked_by = $2 and coalesce(shared_at, 'infinity') = 'infinity' returning id, platform, channel)
   insert into messages (id, role, report, platform, channel, priority, not_before)
   select gen_random_uuid(), 'report', id, platform, channel, $4, $5 from shared returning id`,
);

const SHARED_AT = statement(
  'report_shared_at',
  'select shared_at from reports where id = $1 and asked_by = $2 and shared_at is not null',
);

const FIND = statement(
  'find_report',
  `select r.kind, r.span, r.team, r.source, r.time_zone as zone, r.asked_at, to_json(s) as asker, r.signal_id, r.event_id,
     d.audience, d.kind as audience_kind, d.teams, to_char(d.local_date, 'YYYY-MM-DD') as day, d.news_since
   from reports r left join staff s on s.id = r.asked_by left join digests d on d.report = r.id where r.id = $1`,
);

export function createReportStore(sql: Sql): ReportStore & Pick<ReadReportStore, 'findReport'> {
  return {
    keepReport({ id, question, askedBy, place }) {
      const { span, team, source, timeZone, askedAt } = question;
      sql.send(KEEP, [
        id,
        spanText(span),
        team ?? null,
        source ?? null,
        timeZone,
        askedAt,
        askedBy,
        place.platform,
        place.channel,
      ]);
    },

    async shareReport({ id, by, at, postAt }) {
      const posted = await sql(SHARE, [id, by, at, PERSON_PRIORITY, postAt ?? at]);
      if (posted.length > 0) return { outcome: 'shared', at };
      const [before] = await sql<{ shared_at: Date }>(SHARED_AT, [id, by]);
      return before ? { outcome: 'shared_before', at: before.shared_at } : { outcome: 'not_found' };
    },

    async findReport(id) {
      const [row] = await sql<ReportRow>(FIND, [id]);
      if (row?.kind === 'voice') {
        const told = await readToldVoice(sql, row.signal_id, row.event_id);
        return told && { kind: 'voice', told };
      }
      const span = row && readSpan(row.span);
      if (!span) return undefined;
      if (row.kind === 'digest') return span.kind === 'between' ? digestOf(row, span) : undefined;
      if (!row.asker) return undefined;
      const question = {
        span,
        timeZone: row.zone,
        askedAt: row.asked_at,
        ...(row.team !== null && { team: row.team }),
        ...(row.source !== null && { source: row.source }),
      };
      return { kind: 'summary', question, by: toStaff(row.asker) };
    },
  };
}

function digestOf(row: DigestRow, span: DigestQuestion['span']): FoundReport {
  return {
    kind: 'digest',
    question: {
      audience: row.audience,
      kind: row.audience_kind,
      teams: row.teams,
      day: row.day,
      timeZone: row.zone,
      span,
      newsSince: row.news_since,
      asOf: row.asked_at,
    },
  };
}

interface AnyRow {
  readonly span: string;
  /** Of a digest, as of when it tells. */
  readonly asked_at: Date;
  readonly zone: string;
}

interface SummaryRow extends AnyRow {
  readonly kind: 'summary';
  readonly team: string | null;
  readonly source: string | null;
  readonly asker: StaffRow | null;
}

interface DigestRow extends AnyRow {
  readonly kind: 'digest';
  readonly audience: string;
  readonly audience_kind: AudienceKind;
  readonly teams: readonly string[];
  readonly day: string;
  readonly news_since: Date;
}

/** What one person is told of what they reported. */
interface VoiceRow {
  readonly kind: 'voice';
  readonly signal_id: string;
  readonly event_id: string | null;
}

type ReportRow = SummaryRow | DigestRow | VoiceRow;
