/** The list that `/cx-alerts` answers with, each alert with what can be done about it. */
import { alertName } from '../domain/alert.js';
import type { AlertView } from '../domain/alert-view.js';
import type { Staff } from '../domain/staff.js';
import type { ActionId } from './actions.js';
import { ago } from './ago.js';
import { headline } from './headline.js';
import { known } from './known.js';
import type { Note, NoteItem } from './note.js';
import { SEVERITY_NAMES } from './severity-names.js';
import { clock, command, type Inline, type Line, line, person, strong } from './text.js';

/** Each item takes two of the 50 blocks of a Slack message, and people read no further. */
export const MOST_LISTED = 10;

export type Listed =
  { readonly show: 'all' | 'mine' | 'unclaimed' } | { readonly show: 'team'; readonly team: string };

/** `views`: at most MOST_LISTED of `total`, the most urgent first. */
export function alertsNote(list: {
  readonly listed: Listed;
  readonly views: readonly AlertView[];
  readonly total: number;
  readonly actor: Staff;
}): Note {
  const { listed, views, total, actor } = list;
  if (views.length === 0) return { lines: [nothing(listed)] };
  const cut = total > views.length ? `; the ${views.length} most urgent` : '';
  return {
    lines: [line(`${counted(listed, total)}${cut}:`)],
    items: views.map((view) => alertItem(view, actor)),
  };
}

function counted(listed: Listed, total: number): string {
  const alerts = total === 1 ? '1 alert' : `${total} alerts`;
  const are = total === 1 ? 'is' : 'are';
  switch (listed.show) {
    case 'all':
      return `${alerts} ${are} not closed yet`;
    case 'mine':
      return `You have ${alerts}`;
    case 'unclaimed':
      return `${alerts} ${total === 1 ? 'has' : 'have'} no owner yet`;
    case 'team':
      return `${alerts} of ${teamName(listed.team)} ${are} not closed yet`;
  }
}

function nothing(listed: Listed): Line {
  switch (listed.show) {
    case 'all':
      return line(
        'Nothing is open right now. A new alert appears in its channel as soon as a customer needs somebody.',
      );
    case 'mine':
      return line(
        'Nothing waits for you. ',
        command('/cx-alerts unclaimed'),
        ' shows what nobody has taken yet.',
      );
    case 'unclaimed':
      return line('Every alert has an owner. ', command('/cx-alerts mine'), ' shows yours.');
    case 'team':
      return line(
        `Nothing is open for ${teamName(listed.team)}. `,
        command('/cx-alerts'),
        " shows the other teams' alerts.",
      );
  }
}

function teamName(team: string): string {
  return known(team, 80) ?? 'this team';
}

/** An alert in a private list, with what can be done about it. */
export function alertItem(view: AlertView, actor: Staff): NoteItem {
  return { alert: view.alert.number, line: itemLine(view, actor), buttons: itemButtons(view, actor) };
}

/** "High · CX-123 · Maria Lopez at Acme gave 2 of 5 · nobody yet, respond by 10:40 (in 40 min)". */
function itemLine(view: AlertView, actor: Staff): Line {
  const { alert } = view;
  const [label, by] =
    alert.state === 'open' ? [', respond by ', alert.respondBy] : [', resolve by ', alert.resolveBy];
  return line(
    strong(SEVERITY_NAMES[alert.severity]),
    ` · ${alertName(alert.number)} · ${headline(view)} · `,
    ownerWords(view, actor),
    label,
    clock(by),
    ' (',
    ago(by),
    ')',
  );
}

function ownerWords({ owner }: AlertView, actor: Staff): string | Inline {
  if (owner === undefined) return 'nobody yet';
  return owner.id === actor.id ? 'yours' : person(owner);
}

function itemButtons({ alert }: AlertView, actor: Staff): readonly ActionId[] {
  if (alert.state === 'open') return ['claim', 'dismiss'];
  return alert.ownerId === actor.id ? ['resolve', 'release'] : ['take_over', 'history'];
}
