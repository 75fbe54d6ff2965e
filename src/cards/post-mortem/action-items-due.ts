/** What the owner of action items is reminded of, in lines of the day's one message. */
import type { ActionReminderView, ReminderView } from '../../domain/alert-view.js';
import { postMortemName } from '../../domain/post-mortem/post-mortem.js';
import { dayWords } from '../day-words.js';
import { known } from '../known.js';
import type { Note } from '../note.js';
import { command, type Line, line, strong } from '../text.js';

const TEXT_LIMIT = 150;
const MOST_ITEMS = 10;

/** Those that are still open and still theirs, the soonest due first, each once. */
export function actionItemsDue(reminders: readonly ReminderView[], staffId: string): readonly Line[] {
  const open = new Map<string, ActionReminderView>();
  for (const each of reminders)
    if (each.what === 'action_due' && each.item.doneAt === undefined && each.item.ownerId === staffId)
      open.set(each.item.id, each);
  const due = [...open.values()].sort((a, b) => (a.item.dueOn < b.item.dueOn ? -1 : 1));
  const left = due.length - MOST_ITEMS;
  return [
    ...due.slice(0, MOST_ITEMS).map(itemLine),
    ...(left > 0 ? [line(`and ${left} more: `, command('/cx-postmortem'))] : []),
  ];
}

export function actionItemsNote(items: readonly Line[]): Note | undefined {
  if (items.length === 0) return undefined;
  return { lines: [line(items.length === 1 ? 'An action is yours:' : 'Actions that are yours:'), ...items] };
}

/** "“Refund review queue”, due 24 November 2026 · PM-7: tick it off there, or with /cx-postmortem CX-12". */
function itemLine({ item, view }: ActionReminderView): Line {
  return line(
    strong(`“${known(item.text, TEXT_LIMIT) ?? 'An action'}”`),
    `, due ${dayWords(item.dueOn)} · ${postMortemName(item.postMortem)}. Tick it off on its card, or with `,
    command(`/cx-postmortem CX-${view.alert.number}`),
  );
}
