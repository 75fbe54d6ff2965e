/** A post-mortem in lines: what both its card and the private answer say of it. */
import { alertName } from '../../domain/alert.js';
import type { ActionItemView, PostMortemView } from '../../domain/post-mortem/post-mortem-view.js';
import { ago } from '../ago.js';
import { shortDay } from '../day-words.js';
import { known } from '../known.js';
import { sentence } from '../sentence.js';
import { type Line, line, person, strong } from '../text.js';
import { POST_MORTEM_STATE_NAMES, SECTION_NAMES } from './section-names.js';

const SECTION_CHARS = 220;
const MOST_ITEMS = 8;
const MOST_NAMED = 10;

export function postMortemLines(view: PostMortemView): readonly Line[] {
  return [standing(view), alerts(view), ...sections(view), ...items(view)];
}

/** "In review by Ana · opened by Kim 2 days ago". */
function standing({ postMortem, openedBy, reviewer, completedBy }: PostMortemView): Line {
  const { state, openedAt, completedAt } = postMortem;
  return line(
    strong(POST_MORTEM_STATE_NAMES[state]),
    state === 'in_review' && reviewer && ' by ',
    state === 'in_review' && reviewer && person(reviewer),
    state === 'completed' && completedBy && ' by ',
    state === 'completed' && completedBy && person(completedBy),
    completedAt && ' ',
    completedAt && ago(completedAt),
    ' · opened by ',
    person(openedBy),
    ' ',
    ago(openedAt),
  );
}

function alerts({ alerts: linked }: PostMortemView): Line {
  const names = linked.slice(0, MOST_NAMED).map(({ alert }) => alertName(alert.number));
  const left = linked.length - names.length;
  return line(strong('Of'), ` ${names.join(', ')}${left > 0 ? ` and ${left} more` : ''}`);
}

function sections({ sections: all }: PostMortemView): readonly Line[] {
  const written = all.flatMap(({ name, text }) => {
    const words = known(text, SECTION_CHARS);
    return words === undefined ? [] : [line(strong(SECTION_NAMES[name]), ` ${sentence(words)}`)];
  });
  const open = all.filter(({ text }) => known(text, 1) === undefined).map(({ name }) => SECTION_NAMES[name]);
  return open.length === 0 ? written : [...written, line(strong('Not written yet'), ` ${open.join(' · ')}`)];
}

function items({ items: all }: PostMortemView): readonly Line[] {
  if (all.length === 0) return [];
  const done = all.filter(({ item }) => item.doneAt).length;
  const left = all.length - MOST_ITEMS;
  return [
    line(strong('Actions'), ` ${done} of ${all.length} done`),
    ...all.slice(0, MOST_ITEMS).map(itemLine),
    ...(left > 0 ? [line(`and ${left} more`)] : []),
  ];
}

/** "☐ “Refund review queue” · Kim, with legal · by Tue 24 Nov". */
export function itemLine({ item, owner }: ActionItemView): Line {
  const partner = known(item.partner, 40);
  return line(
    item.doneAt ? '☑ ' : '☐ ',
    `“${known(item.text, 150) ?? 'An action'}” · `,
    person(owner),
    partner !== undefined && `, with ${partner}`,
    item.doneAt ? ' · done ' : ` · by ${shortDay(item.dueOn)}`,
    item.doneAt && ago(item.doneAt),
    item.tracker !== undefined && ' · ',
    item.tracker !== undefined && { kind: 'link', text: 'tracker', url: item.tracker },
  );
}
