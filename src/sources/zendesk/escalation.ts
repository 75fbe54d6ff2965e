/** Which changes of a ticket mean that somebody raised the alarm. */
import { parseInstant } from '../../inbound/instant.js';
import type { JsonObject } from '../../inbound/read-json.js';
import type { ZendeskSettings } from './settings.js';
import { idText, nameText, objectIn, tagList } from '../loose-values.js';

type Escalation = { readonly happening: string } | { readonly ignored: string };

/** Undefined where the type of event never is an escalation. */
export function escalation(
  type: string,
  change: JsonObject,
  settings: ZendeskSettings,
  now: Date,
): Escalation | undefined {
  switch (type) {
    case 'ticket.priority_changed':
      return raisedPriority(change);
    case 'ticket.status_changed':
      return reopened(change);
    case 'ticket.custom_status_changed':
      return escalatedStatus(change, settings);
    case 'ticket.tags_changed':
      return escalationTag(change, settings);
    case 'ticket.next_sla_breach_changed':
      return nearBreach(change, settings, now);
    case 'ticket.sla_policy_changed':
      return { ignored: 'ticket.sla_policy_changed: another policy is not yet a breach' };
    default:
      return undefined;
  }
}

const PRIORITIES = ['low', 'normal', 'high', 'urgent'];
const HIGH = PRIORITIES.indexOf('high');

function raisedPriority(change: JsonObject): Escalation {
  const [from, to] = [wordIn(change, 'previous'), wordIn(change, 'current')];
  const [before, after] = [PRIORITIES.indexOf(from), PRIORITIES.indexOf(to)];
  if (after < HIGH) return { ignored: `ticket.priority_changed: ${to || 'no priority'} is not high` };
  if (after <= before) return { ignored: `ticket.priority_changed: lowered from ${from} to ${to}` };
  return { happening: before === -1 ? `Priority set to ${to}` : `Priority raised from ${from} to ${to}` };
}

const DONE = ['solved', 'closed'];
const AT_WORK = ['new', 'open'];

function reopened(change: JsonObject): Escalation {
  const [from, to] = [wordIn(change, 'previous'), wordIn(change, 'current')];
  if (DONE.includes(from) && AT_WORK.includes(to)) return { happening: `Reopened after it was ${from}` };
  return {
    ignored: `ticket.status_changed: from ${from || 'nothing'} to ${to || 'nothing'} is not reopened`,
  };
}

function escalatedStatus(change: JsonObject, settings: ZendeskSettings): Escalation {
  const status = idText(change['current']);
  const name = status !== undefined && Object.hasOwn(settings.escalation_statuses, status);
  if (!name)
    return { ignored: 'ticket.custom_status_changed: this status is not configured as an escalation' };
  return { happening: `Status set to ${settings.escalation_statuses[status] ?? status}` };
}

function escalationTag(change: JsonObject, settings: ZendeskSettings): Escalation {
  const tag = addedTags(change).find((each) => settings.escalation_tags.includes(each.toLowerCase()));
  if (tag === undefined) return { ignored: 'ticket.tags_changed: no escalation tag was added' };
  return { happening: `Tagged ${tag}` };
}

/** Named outright in user events and older samples (`added.tags`, `tags_added`), else what is there now and was not before. */
function addedTags(change: JsonObject): readonly string[] {
  const named = [...tagList(objectIn(change, 'added')['tags']), ...tagList(change['tags_added'])];
  const before = new Set(tagList(change['previous']));
  return [...named, ...tagList(change['current']).filter((tag) => !before.has(tag))];
}

function nearBreach(change: JsonObject, settings: ZendeskSettings, now: Date): Escalation {
  const breach = typeof change['current'] === 'string' ? parseInstant(change['current']) : undefined;
  if (!breach) return { ignored: 'ticket.next_sla_breach_changed: no breach is due' };
  const minutes = settings.breach_within_minutes;
  if (breach.getTime() > now.getTime() + minutes * 60_000) {
    return { ignored: `ticket.next_sla_breach_changed: the breach is more than ${minutes} minutes away` };
  }
  const at = `${breach.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  return { happening: breach <= now ? `SLA breached at ${at}` : `SLA breach due at ${at}` };
}

/** Upper case in events, lower case in triggers and in the API. */
function wordIn(change: JsonObject, key: string): string {
  return nameText(change[key])?.toLowerCase() ?? '';
}
