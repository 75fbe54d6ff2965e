/** Between the rows of an alert and what its card shows. */
import type { Alert, AlertState, Dismissal, Outcome } from '../domain/alert.js';
import type { AccountView, AlertView, CustomerView } from '../domain/alert-view.js';
import type { ModelReadingView } from '../domain/model-reading.js';
import type { Severity } from '../domain/severity.js';
import type { Staff } from '../domain/staff.js';
import { NO_THEME } from '../domain/triage.js';
import { type SignalRow, toSignalView } from './signal-rows.js';

/** Without the words that the customer is found by. */
const CUSTOMER = `case when c.id is not null then json_build_object(
      'id', c.id, 'name', c.name, 'email', c.email, 'phone', c.phone, 'stage', c.stage, 'preferred_contact', c.preferred_contact,
      'time_zone', c.time_zone) end`;

/** Alerts with everything their cards show; add a condition, order and limit. No more joins: from eight tables on the planner keeps our order. */
export const SELECT_VIEWS = `
  select a.*, to_json(o) as owner, to_json(b) as closer, ${CUSTOMER} as customer, to_json(t) as account, s.id as signal_id, s.source, s.kind,
    s.metric, s.score, s.scale_min, s.scale_max, s.occurred_at, s.received_at, s.text, s.happening, s.url, s.channel, s.language, s.read_language,
    s.facts, s.external_id, s.conversation_id, s.amends, s.amended_at,
    (select to_json(z) from staff z where z.id = case when a.snoozed_until is not null then a.snoozed_by end) as snoozer,
    (select k.post_mortem from post_mortem_alerts k where k.alert = a.number) as post_mortem,
    (select json_build_object('of', p.number, 'text', p.lesson) from post_mortems p
     where p.theme = a.theme and p.theme <> '${NO_THEME}' and p.lesson is not null and p.completed_at < a.opened_at
     order by p.completed_at desc limit 1) as lesson
  from alerts a
  join signals s on s.id = a.lead_signal_id
  left join staff o on o.id = a.owner_id
  left join staff b on b.id = a.closed_by
  left join customers c on c.id = a.customer_id
  left join accounts t on t.id = a.account_id`;

export interface StaffRow {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly time_zone: string | null;
}

export interface CustomerRow {
  readonly id: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly stage: string | null;
  readonly preferred_contact: string | null;
  readonly time_zone: string | null;
}

export interface AccountRow {
  readonly id: string;
  readonly name: string | null;
  readonly tier: string | null;
  readonly annual_value: number | null;
  readonly currency: string | null;
  readonly business_unit: string | null;
  readonly owner: string | null;
}

export interface AlertRow {
  readonly number: string;
  readonly revision: number;
  readonly state: AlertState;
  readonly severity: Severity;
  readonly theme: string;
  readonly team: string;
  readonly reason: string;
  readonly rule: string;
  readonly group_key: string | null;
  readonly customer_id: string | null;
  readonly account_id: string | null;
  readonly opened_at: Date;
  readonly respond_by: Date;
  readonly resolve_by: Date;
  readonly signal_count: number;
  readonly last_signal_at: Date;
  readonly owner_id: string | null;
  readonly claimed_at: Date | null;
  readonly closed_at: Date | null;
  readonly closed_by: string | null;
  readonly outcome: Outcome | null;
  readonly root_cause: string | null;
  readonly closing_note: string | null;
  readonly dismissal: Dismissal | null;
  readonly respond_missed_at: Date | null;
  readonly resolve_missed_at: Date | null;
  readonly snoozed_until: Date | null;
  readonly snoozed_by: string | null;
  readonly touched_at: Date | null;
  readonly contacted_at: Date | null;
  readonly next_contact_at: Date | null;
  readonly promised_at: Date | null;
  readonly promise_zone: string | null;
}

export interface ViewRow extends AlertRow, Omit<SignalRow, 'id'> {
  readonly signal_id: string;
  readonly previous_score: number | null;
  readonly similar_before: number;
  readonly contacts: number | null;
  readonly contacts_since: Date | null;
  readonly contacts_newest: Date | null;
  readonly owner: StaffRow | null;
  readonly closer: StaffRow | null;
  readonly snoozer: StaffRow | null;
  readonly customer: CustomerRow | null;
  readonly account: AccountRow | null;
  readonly model_reading: { readonly signalId: string; readonly reading: ModelReadingView } | null;
  readonly post_mortem: string | null;
  readonly lesson: { readonly of: number; readonly text: string } | null;
}

export function toView(row: ViewRow): AlertView {
  const lead = toSignalView({ ...row, id: row.signal_id });
  return {
    alert: toAlert(row),
    lead,
    similarBefore: row.similar_before,
    ...(row.owner && { owner: toStaff(row.owner) }),
    ...(row.closer && { closedBy: toStaff(row.closer) }),
    ...(row.snoozer && { snoozedBy: toStaff(row.snoozer) }),
    ...(row.customer && { customer: toCustomer(row.customer) }),
    ...(row.account && { account: toAccount(row.account) }),
    ...(row.contacts !== null &&
      row.contacts_since &&
      row.contacts_newest && {
        contacts: { count: row.contacts, since: row.contacts_since, newest: row.contacts_newest },
      }),
    ...modelReadingOf(row),
    ...(row.post_mortem !== null && { postMortem: Number(row.post_mortem) }),
    ...(row.lesson && { lesson: { postMortem: row.lesson.of, text: row.lesson.text } }),
    ...(lead.score &&
      row.previous_score !== null && { previousScore: { ...lead.score, value: row.previous_score } }),
  };
}

/** Once the card quotes another voice, it is no reading of that. */
function modelReadingOf({ model_reading: found, signal_id: lead }: ViewRow): Pick<AlertView, 'modelReading'> {
  if (found?.signalId !== lead) return {};
  return { modelReading: found.reading };
}

export function toAlert(row: AlertRow): Alert {
  return {
    number: Number(row.number),
    revision: row.revision,
    state: row.state,
    severity: row.severity,
    theme: row.theme,
    team: row.team,
    reason: row.reason,
    rule: row.rule,
    openedAt: row.opened_at,
    respondBy: row.respond_by,
    resolveBy: row.resolve_by,
    signalCount: row.signal_count,
    lastSignalAt: row.last_signal_at,
    ...given({
      groupKey: row.group_key,
      customerId: row.customer_id,
      accountId: row.account_id,
      ownerId: row.owner_id,
      claimedAt: row.claimed_at,
      closedAt: row.closed_at,
      closedBy: row.closed_by,
      outcome: row.outcome,
      rootCause: row.root_cause,
      closingNote: row.closing_note,
      dismissal: row.dismissal,
      respondMissedAt: row.respond_missed_at,
      resolveMissedAt: row.resolve_missed_at,
      snoozedUntil: row.snoozed_until,
      snoozedBy: row.snoozed_by,
      touchedAt: row.touched_at,
      contactedAt: row.contacted_at,
      nextContactAt: row.next_contact_at,
      promisedAt: row.promised_at,
      promiseZone: row.promise_zone,
    }),
  };
}

export function toStaff(row: StaffRow): Staff {
  return { id: row.id, name: row.name, ...given({ email: row.email, timeZone: row.time_zone }) };
}

export function toCustomer(row: CustomerRow): CustomerView {
  const { name, email, phone, stage, preferred_contact: preferredContact, time_zone: timeZone } = row;
  return { id: row.id, ...given({ name, email, phone, stage, preferredContact, timeZone }) };
}

export function toAccount(row: AccountRow): AccountView {
  const { name, tier, annual_value: annualValue, currency, business_unit: businessUnit, owner } = row;
  return { id: row.id, ...given({ name, tier, annualValue, currency, businessUnit, owner }) };
}

type Given<Fields> = { [Name in keyof Fields]?: NonNullable<Fields[Name]> };

/** The fields that are there: a null of the database is an absent property. */
function given<Fields extends object>(fields: Fields): Given<Fields> {
  const kept: Given<Fields> = {};
  for (const name in fields) {
    const value = fields[name];
    if (value !== null && value !== undefined) kept[name] = value;
  }
  return kept;
}
