/** What a line that has been begun may become: commands, and behind them what the desk knows by name. */
import { alertName } from '../../../domain/alert.js';
import type { AlertView } from '../../../domain/alert-view.js';
import { nameWords } from '../../../domain/name-words.js';
import { oneLine, shorten } from '../../../domain/plain-text.js';
import { postMortemName } from '../../../domain/post-mortem/post-mortem.js';
import { accountWords } from '../../../cards/account-words.js';
import type { Slot } from '../../../cards/command-slots.js';
import { COMMANDS } from '../../../cards/commands.js';
import { customerName } from '../../../cards/customer-name.js';
import { headline } from '../../../cards/headline.js';
import { postMortemSubject } from '../../../cards/post-mortem/post-mortem-title.js';
import { SEVERITY_NAMES } from '../../../cards/severity-names.js';
import type { DeskStore } from '../desk-deps.js';
import { type BegunLine, begunLine } from './begun-line.js';

export interface Completion {
  /** The line as it will stand; a space at its end says that more may follow. */
  readonly line: string;
  /** What is added, as it is shown. */
  readonly shown: string;
  readonly about: string;
}

/** One sees them all at once. */
const MOST = 8;
const ALERTS_LOOKED_AT = 60;
const POST_MORTEMS_LOOKED_AT = 30;
const LONGEST_ABOUT = 90;
/** The command line takes 200 characters. */
const LONGEST_NAME = 180;

export interface Completing {
  readonly store: Pick<DeskStore, 'listAlerts' | 'viewAlert' | 'customersByName' | 'listPostMortems'>;
  readonly teams: readonly string[];
  readonly sources: readonly string[];
}

/** At most eight, the likeliest first; none where the line can only be written, or is whole. */
export async function completions(line: string, known: Completing): Promise<readonly Completion[]> {
  const begun = begunLine(line);
  if (!begun) return [];
  const found = begun.kind === 'command' ? commands(begun.typed) : await behind(begun, known);
  return found
    .filter((each) => each.line.trim() !== line.trim())
    .slice(0, MOST)
    .map((each) => ({ ...each, about: shorten(each.about, LONGEST_ABOUT) }));
}

function commands(typed: string): readonly Completion[] {
  return COMMANDS.filter(({ name }) => name.slice('/cx-'.length).startsWith(typed)).map(
    ({ name, usage, description }) => ({
      line: usage === '' ? name : `${name} `,
      shown: usage === '' ? name : `${name} ${usage}`,
      about: description,
    }),
  );
}

type Argument = BegunLine & { readonly kind: 'argument' };

async function behind(begun: Argument, known: Completing): Promise<readonly Completion[]> {
  // "/cx-alerts team" is followed by a name.
  const slots: readonly Slot[] = begun.given.at(-1) === 'team' ? [{ kind: 'team' }] : begun.slots;
  const found: Completion[] = [];
  for (const slot of slots) found.push(...(await inSlot(slot, begun, known)));
  return found;
}

async function inSlot(slot: Slot, begun: Argument, known: Completing): Promise<readonly Completion[]> {
  switch (slot.kind) {
    case 'words':
      return named(slot.words, '', begun);
    case 'team':
      return named(known.teams, 'Team', begun);
    case 'source':
      return named(known.sources, 'Source', begun);
    case 'alert':
      return alerts(begun, known);
    case 'post_mortem':
      return postMortems(begun, known);
    case 'customer':
      return customers(begun, known);
  }
}

/** None where one of them stands in the line already: a time is named once, and so is a team. */
function named(names: readonly string[], about: string, begun: Argument): readonly Completion[] {
  if (names.some((name) => begun.given.includes(name.toLowerCase()))) return [];
  return names
    .filter((name) => begins(name, begun.typed))
    .map((name) => ({ line: lineWith(begun, name), shown: name, about }));
}

async function alerts(begun: Argument, { store }: Completing): Promise<readonly Completion[]> {
  if (begun.given.some((word) => /^cx-?\d+$/u.test(word))) return [];
  const digits = /^(?:cx?-?)?(\d{0,9})$/iu.exec(begun.typed)?.[1];
  const show = begun.command.name === '/cx-claim' ? 'unclaimed' : 'all';
  const { views } = await store.listAlerts({ show }, ALERTS_LOOKED_AT);
  const words = nameWords(begun.typed);
  const fits = (view: AlertView): boolean =>
    digits === undefined
      ? words.length > 0 &&
        words.every((word) => nameWords(headline(view)).some((each) => each.startsWith(word)))
      : String(view.alert.number).startsWith(digits);
  const exact = digits === undefined || digits === '' ? undefined : await store.viewAlert(Number(digits));
  const found = [...(exact ? [exact] : []), ...views.filter(fits)];
  return [...new Map(found.map((view) => [view.alert.number, view])).values()].map((view) => ({
    line: lineWith(begun, alertName(view.alert.number)),
    shown: alertName(view.alert.number),
    about: `${SEVERITY_NAMES[view.alert.severity]} · ${headline(view)}`,
  }));
}

async function postMortems(begun: Argument, { store }: Completing): Promise<readonly Completion[]> {
  if (!/^(?:p?m?-?\d*)$/iu.test(begun.typed)) return [];
  const views = await store.listPostMortems({ limit: POST_MORTEMS_LOOKED_AT });
  return views
    .map((view) => ({ name: postMortemName(view.postMortem.number), about: postMortemSubject(view) }))
    .filter(({ name }) => begins(name, begun.typed) || begins(name.slice('PM-'.length), begun.typed))
    .map(({ name, about }) => ({ line: lineWith(begun, name), shown: name, about }));
}

/** Looked for by all that was typed: names have spaces. */
async function customers(begun: Argument, { store }: Completing): Promise<readonly Completion[]> {
  if (/^cx-?\d*$/iu.test(begun.rest)) return alerts(begun, { store, teams: [], sources: [] });
  const words = nameWords(begun.rest);
  if (words.join('').length < 2) return [];
  const found = await store.customersByName(words, MOST);
  return found.map(({ customer, account }) => {
    const name = oneLine(customer.name ?? '').slice(0, LONGEST_NAME);
    return {
      line: `${begun.command.name} ${name}`,
      shown: customerName(customer),
      about: accountWords(account),
    };
  });
}

function begins(name: string, typed: string): boolean {
  return name.toLowerCase().startsWith(typed.toLowerCase());
}

/** The words before the one that is being typed stay as they are. */
function lineWith({ command, given, rest, slots }: Argument, word: string): string {
  const before = given.length === 0 ? [] : rest.split(/\s+/u).slice(0, -1);
  const more = slots.length > before.length + 1 || word === 'team' ? ' ' : '';
  return `${[command.name, ...before, word].join(' ')}${more}`;
}
