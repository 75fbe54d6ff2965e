/** The private answer to `/cx-summary`: what needs somebody now, with buttons, and then the figures. */
import { alertName } from '../domain/alert.js';
import type { Need, NeedingAlert, Summary } from '../domain/figures/summary.js';
import type { Staff } from '../domain/staff.js';
import type { ActionId } from './actions.js';
import { ago } from './ago.js';
import { headline } from './headline.js';
import type { Note, NoteItem } from './note.js';
import { SEVERITY_NAMES } from './severity-names.js';
import { summaryChart } from './summary-chart.js';
import { againstWords, needsWords, summaryLines, summaryTitle } from './summary-lines.js';
import { type Inline, type Line, line, person, strong } from './text.js';

/** `share`: the id under which it may be shared; absent where it was asked in no channel. */
export function summaryNote(summary: Summary, actor: Staff, share: string | undefined): Note {
  const { question, needs } = summary;
  const needed = needsWords(summary);
  const chart = summaryChart(summary);
  return {
    lines: [
      line(strong(summaryTitle(question)), `, ${againstWords(question)}`),
      line(
        strong('Needs you now'),
        needed === undefined ? ' Nothing: no deadline is missed and nobody is left waiting.' : ` ${needed}`,
      ),
    ],
    items: needs.alerts.map((each) => item(each, actor)),
    after: summaryLines(summary),
    ...(chart && { chart }),
    ...(share !== undefined && { share }),
  };
}

function item(needing: NeedingAlert, actor: Staff): NoteItem {
  return {
    alert: needing.view.alert.number,
    line: needingLine(needing, actor),
    buttons: buttons(needing, actor),
  };
}

/** "High · CX-123 · Maria Lopez at Acme gave 2 of 5 · nobody yet, respond-by was 40 min ago". */
export function needingLine({ need, since, view }: NeedingAlert, actor?: Staff): Line {
  const { alert } = view;
  return line(
    strong(SEVERITY_NAMES[alert.severity]),
    ` · ${alertName(alert.number)} · ${headline(view)} · `,
    owner(view, actor),
    SINCE[need],
    ago(since),
  );
}

const SINCE: Readonly<Record<Need, string>> = {
  unclaimed: ', respond-by was ',
  breached: ', resolve-by was ',
  silent: ', last heard of ',
};

function owner({ owner: staff }: NeedingAlert['view'], actor: Staff | undefined): string | Inline {
  if (staff === undefined) return 'nobody yet';
  return staff.id === actor?.id ? 'yours' : person(staff);
}

function buttons({ view: { alert } }: NeedingAlert, actor: Staff): readonly ActionId[] {
  if (alert.state === 'open') return ['claim', 'dismiss'];
  return alert.ownerId === actor.id ? ['resolve', 'release'] : ['take_over', 'history'];
}
