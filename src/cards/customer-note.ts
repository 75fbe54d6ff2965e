/** The private answer to `/cx-customer`. */
import type { CustomerProfile, TimelineEntry } from '../domain/customer.js';
import type { Staff } from '../domain/staff.js';
import { alertItem } from './alerts-note.js';
import { customerLines } from './customer-lines.js';
import { customerName } from './customer-name.js';
import { customerReference } from './customer-reference.js';
import type { Note } from './note.js';
import { command, type Line, line, strong } from './text.js';
import { timelineLine } from './timeline-line.js';

/** With heading and foot fewer than the 25 lines that a note has on Slack. */
export const ENTRIES_A_PAGE = 20;
/** Each takes two of the blocks of a Slack message. */
export const MOST_OPEN_LISTED = 5;
/** What is older is on the desk: nobody reads two hundred entries in a chat. */
export const MOST_PAGES = 10;

interface Told {
  readonly profile: CustomerProfile;
  /** Of this page, newest first. */
  readonly entries: readonly TimelineEntry[];
  /** The newest alert about them, to name them by. */
  readonly alert: number | undefined;
}

/** Who it is, how it stands, what is open with its buttons, and the newest of the timeline. */
export function customerNote(told: Told, actor: Staff): Note {
  const { profile, entries } = told;
  const { views, total } = profile.open;
  return {
    lines: [...customerLines(profile), openWords(views.length, total)],
    items: views.map((view) => alertItem(view, actor)),
    after: [
      line(
        strong(entries.length === 0 ? 'Nothing was heard from them yet.' : 'Timeline'),
        entries.length > 1 && ', the newest first',
      ),
      ...entries.map(timelineLine),
      ...furtherLine(told, 0),
    ],
  };
}

/** What is older: `page` 1 follows what the first note showed. */
export function olderNote(told: Told, page: number): Note {
  const { profile, entries } = told;
  const name = customerName(profile.customer);
  if (entries.length === 0)
    return { lines: [line(`There is nothing older from `, strong(name), '. ', anew(told))] };
  return {
    lines: [
      line(strong(name), `, older (${page + 1})`),
      ...entries.map(timelineLine),
      ...furtherLine(told, page),
    ],
  };
}

function openWords(shown: number, total: number): Line {
  if (total === 0) return line(strong('Open'), ' nothing: no alert about them waits for anybody');
  const alerts = total === 1 ? '1 alert is' : `${total} alerts are`;
  return line(strong('Open'), ` ${alerts} not closed yet${total > shown ? `; the ${shown} gravest` : ''}:`);
}

/** How much more there is, and how to read it. */
function furtherLine({ profile, alert }: Told, page: number): readonly Line[] {
  const left = profile.entries - (page + 1) * ENTRIES_A_PAGE;
  if (left <= 0) return [];
  const older = left === 1 ? '1 older entry' : `${left.toLocaleString('en-GB')} older entries`;
  if (page + 1 >= MOST_PAGES) return [line(`${older}: the desk shows all of them under Customers.`)];
  const more = page === 0 ? 'more' : `more ${page + 1}`;
  const reference = customerReference(profile.customer, alert);
  return [line(`${older}: `, command(`/cx-customer ${reference} ${more}`), ', or the desk under Customers.')];
}

function anew({ profile, alert }: Told) {
  return command(`/cx-customer ${customerReference(profile.customer, alert)}`);
}
