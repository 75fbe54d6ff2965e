/** Which changes of a conversation mean that somebody raised the alarm. */
import type { JsonObject } from '../../inbound/read-json.js';
import { listIn, nameText, objectIn, tagList } from '../loose-values.js';
import type { ChatwootSettings } from './settings.js';

type Escalation = { readonly happening: string } | { readonly ignored: string };

const AT_WORK = ['open', 'pending'];

/** Of conversation_status_changed. */
export function reopened(body: JsonObject): Escalation {
  const change = changeOf(body, 'status');
  if (!change) return { ignored: 'conversation_status_changed without the status before' };
  const [from, to] = [wordOf(change['previous_value']), wordOf(change['current_value'])];
  if (from === 'resolved' && AT_WORK.includes(to)) return { happening: 'Reopened after it was resolved' };
  return {
    ignored: `conversation_status_changed: from ${from || 'nothing'} to ${to || 'nothing'} is not reopened`,
  };
}

/** Of conversation_updated: the priority, then the labels. */
export function escalated(body: JsonObject, settings: ChatwootSettings): Escalation {
  const priority = changeOf(body, 'priority');
  const raised = priority && raisedPriority(priority);
  if (raised && 'happening' in raised) return raised;
  const label = addedLabels(body).find((each) => settings.escalation_labels.includes(each.toLowerCase()));
  if (label !== undefined) return { happening: `Labelled ${label}` };
  return raised ?? { ignored: 'conversation_updated: neither a raised priority nor an escalation label' };
}

const PRIORITIES = ['low', 'medium', 'high', 'urgent'];
const HIGH = PRIORITIES.indexOf('high');

function raisedPriority(change: JsonObject): Escalation {
  const [from, to] = [wordOf(change['previous_value']), wordOf(change['current_value'])];
  const [before, after] = [PRIORITIES.indexOf(from), PRIORITIES.indexOf(to)];
  if (after < HIGH) return { ignored: `conversation_updated: ${to || 'no priority'} is not high` };
  if (after <= before) return { ignored: `conversation_updated: lowered from ${from} to ${to}` };
  return { happening: before === -1 ? `Priority set to ${to}` : `Priority raised from ${from} to ${to}` };
}

/** Servers call it `label_list` or `labels`. */
function addedLabels(body: JsonObject): readonly string[] {
  const change = changeOf(body, 'label_list') ?? changeOf(body, 'labels');
  if (!change) return [];
  const before = new Set(tagList(change['previous_value']));
  return tagList(change['current_value']).filter((label) => !before.has(label));
}

/** `changed_attributes` is a list with one object for each attribute. */
function changeOf(body: JsonObject, attribute: string): JsonObject | undefined {
  for (const each of listIn(body, 'changed_attributes')) {
    const changes = objectIn({ each }, 'each');
    if (Object.hasOwn(changes, attribute)) return objectIn(changes, attribute);
  }
  return undefined;
}

function wordOf(value: unknown): string {
  return nameText(value)?.toLowerCase() ?? '';
}
