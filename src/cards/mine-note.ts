/** The answer to `/cx-mine`: what is mine, what is due first at the top, each with what can be done about it. */
import { alertName } from '../domain/alert.js';
import type { AlertView } from '../domain/alert-view.js';
import { nextDue, type NextDue } from '../domain/follow-up/next-due.js';
import type { ActionId } from './actions.js';
import { ago } from './ago.js';
import { headline } from './headline.js';
import type { Note, NoteItem } from './note.js';
import { SEVERITY_NAMES } from './severity-names.js';
import { clock, command, type Line, line, strong } from './text.js';

/** `views`: at most so many of `total`, what is due first at the top. */
export function mineNote({
  views,
  total,
}: {
  readonly views: readonly AlertView[];
  readonly total: number;
}): Note {
  if (views.length === 0)
    return {
      lines: [
        line('Nothing waits for you. ', command('/cx-alerts unclaimed'), ' shows what nobody has taken yet.'),
      ],
    };
  const count = total === 1 ? '1 alert is yours' : `${total} alerts are yours`;
  const cut =
    total > views.length ? `; the ${views.length} due first` : total > 1 ? ', what is due first' : '';
  return { lines: [line(`${count}${cut}:`)], items: views.map(item) };
}

function item(view: AlertView): NoteItem {
  const { alert } = view;
  const due = nextDue(alert);
  const buttons: readonly ActionId[] =
    due.what === 'wake' ? ['wake', 'resolve', 'release'] : ['log_contact', 'resolve', 'snooze'];
  return { alert: alert.number, line: itemLine(view, due), buttons };
}

/** "respond by 10:40 (in 40 min) · CX-123 · High · Maria Lopez at Acme gave 2 of 5". */
function itemLine(view: AlertView, { what, at }: NextDue): Line {
  const { number, severity } = view.alert;
  return line(
    strong(alertName(number)),
    ` · ${DUE_WORDS[what]} `,
    clock(at),
    ' (',
    ago(at),
    `) · ${SEVERITY_NAMES[severity]} · ${headline(view)}`,
  );
}

const DUE_WORDS: Readonly<Record<NextDue['what'], string>> = {
  promise: 'call back at',
  contact: 'contact at',
  respond: 'respond by',
  resolve: 'resolve by',
  wake: 'snoozed until',
};
