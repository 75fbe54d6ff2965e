/** A post-mortem as a document: what its page shows and its export writes. Pure: the same view is always the same document. */
import { alertName } from '../../domain/alert.js';
import type { AlertView, EventView } from '../../domain/alert-view.js';
import {
  type PostMortemState,
  postMortemName,
  type SectionName,
} from '../../domain/post-mortem/post-mortem.js';
import type {
  ActionItemView,
  PostMortemSources,
  PostMortemView,
  SectionView,
} from '../../domain/post-mortem/post-mortem-view.js';
import { postMortemFigures } from '../../domain/narrative/told-figures.js';
import type { Fact } from '../card.js';
import { stateClause } from '../card-label.js';
import { lengthWords } from '../duration-words.js';
import { headline, speaker } from '../headline.js';
import { historyEntry } from '../history-entry.js';
import { known } from '../known.js';
import { type Written, written } from '../narrative/narrative-lines.js';
import { sentence } from '../sentence.js';
import { type Line, line, person } from '../text.js';
import { postMortemLine } from './post-mortem-line.js';
import { postMortemSubject } from './post-mortem-title.js';
import { SECTION_NAMES, SECTION_QUESTIONS } from './section-names.js';

export interface PostMortemDocument {
  /** PM-7 */
  readonly name: string;
  readonly subject: string;
  readonly state: PostMortemState;
  readonly facts: readonly Fact[];
  /** What a model wrote of it; nobody's own words. */
  readonly written?: Written;
  readonly sections: readonly DocumentSection[];
  readonly timelines: readonly Timeline[];
  readonly voices: readonly Voice[];
  readonly items: readonly ActionItemView[];
  /** Other alerts of the theme, without the names of their customers: those that are open now, and how many there were in all. */
  readonly alike: { readonly open: readonly AlertLine[]; readonly all: number };
  /** How the document came to be. */
  readonly history: readonly { readonly at: Date; readonly line: Line }[];
}

export interface DocumentSection extends SectionView {
  readonly heading: string;
  /** What it should answer. */
  readonly question: string;
}

export interface AlertLine {
  readonly alert: number;
  readonly line: Line;
}

export interface Timeline extends AlertLine {
  /** `after`: how long after the customer first spoke. */
  readonly entries: readonly { readonly at: Date; readonly after: string; readonly line: Line }[];
}

export interface Voice {
  readonly who: string;
  readonly at: Date;
  readonly alert: number;
  /** Verbatim. */
  readonly text: string;
}

const MOST_VOICES = 40;

export function postMortemDocument(view: PostMortemView, sources: PostMortemSources): PostMortemDocument {
  const open = sources.alike.filter(({ alert }) => alert.state === 'open' || alert.state === 'claimed');
  const words = written(view.narrative, postMortemFigures(view));
  return {
    name: postMortemName(view.postMortem.number),
    subject: postMortemSubject(view),
    state: view.postMortem.state,
    facts: facts(view),
    ...(words && { written: words }),
    sections: view.sections.map((section) => ({
      ...section,
      heading: heading(section.name),
      question: SECTION_QUESTIONS[section.name],
    })),
    timelines: view.alerts.map((alert) => timeline(alert, sources.events.get(alert.alert.number) ?? [])),
    voices: voices(view, sources),
    items: view.items,
    alike: { open: open.map(alikeLine), all: sources.alike.length },
    history: sources.history.flatMap((each) => {
      const told = postMortemLine(each, view);
      return told ? [{ at: each.at, line: told }] : [];
    }),
  };
}

function heading(name: SectionName): string {
  return SECTION_NAMES[name];
}

function facts(view: PostMortemView): readonly Fact[] {
  const { alerts, openedBy, reviewer, completedBy, postMortem } = view;
  const who = [...new Set(alerts.flatMap((alert) => customerOf(alert) ?? []))];
  const opened = alerts.map(({ alert }) => alert.openedAt.getTime());
  const first = opened.length > 0 ? new Date(Math.min(...opened)) : undefined;
  const answered = spread(alerts, ({ alert }) => alert.claimedAt);
  const resolved = spread(alerts, ({ alert }) => (alert.state === 'resolved' ? alert.closedAt : undefined));
  return [
    { label: who.length === 1 ? 'Customer' : 'Customers', value: line(who.slice(0, 8).join(', ')) },
    { label: 'First heard', value: first ? [{ kind: 'time', at: first, as: 'day' }] : [] },
    { label: 'Claimed after', value: line(answered) },
    { label: 'Resolved after', value: line(resolved) },
    { label: 'Opened by', value: line(person(openedBy)) },
    { label: 'Reviewed by', value: reviewer && !completedBy ? line(person(reviewer)) : [] },
    {
      label: 'Completed',
      value:
        completedBy && postMortem.completedAt
          ? line(person(completedBy), ', ', { kind: 'time', at: postMortem.completedAt, as: 'day' })
          : [],
    },
  ].filter(({ value }): boolean => value.length > 0) as readonly Fact[];
}

function customerOf(view: AlertView): string | undefined {
  const name = speaker(view, view.lead);
  const account = known(view.account?.name, 60);
  if (account === undefined || account === name) return name;
  return name === undefined ? account : `${name}, ${account}`;
}

/** "12 min", or of several the shortest and the longest: "12 min to 3 h". */
function spread(alerts: readonly AlertView[], at: (view: AlertView) => Date | undefined): string | undefined {
  const lengths = alerts.flatMap((view) => {
    const end = at(view);
    return end ? [end.getTime() - view.alert.openedAt.getTime()] : [];
  });
  if (lengths.length === 0) return undefined;
  const [least, most] = [Math.min(...lengths), Math.max(...lengths)].map(
    (length) => lengthWords(length) ?? 'less than a minute',
  );
  return least === most ? least : `${least ?? ''} to ${most ?? ''}`;
}

function timeline(view: AlertView, events: readonly EventView[]): Timeline {
  const { openedAt } = view.alert;
  return {
    ...alertLine(view),
    entries: events.flatMap((event) => {
      const told = event.event.kind === 'post_mortem_linked' ? undefined : historyEntry(event, view);
      const after = lengthWords(event.at.getTime() - openedAt.getTime());
      return told ? [{ at: event.at, after: after === undefined ? '' : `+${after}`, line: quiet(told) }] : [];
    }),
  };
}

/** "CX-12 · Maria Lopez at Acme gave 2 of 5; resolved by Kim: recovered." */
function alertLine(view: AlertView): AlertLine {
  const { number } = view.alert;
  return {
    alert: number,
    line: line(`${alertName(number)} · ${sentence(`${headline(view)}; ${stateClause(view)}`)}`),
  };
}

/** Of other customers no name stands in a document that this one may read. */
function alikeLine(view: AlertView): AlertLine {
  const { number } = view.alert;
  return { alert: number, line: line(`${alertName(number)} · ${stateClause(view)}`) };
}

function voices(view: PostMortemView, sources: PostMortemSources): readonly Voice[] {
  const byNumber = new Map(view.alerts.map((alert) => [alert.alert.number, alert]));
  return sources.voices.slice(0, MOST_VOICES).flatMap(({ alert, signal }): Voice[] => {
    const of = byNumber.get(alert);
    if (!of || known(signal.text, 1) === undefined || signal.text === undefined) return [];
    return [
      {
        who: speaker(of, signal) ?? 'A customer',
        at: signal.occurredAt,
        alert,
        text: signal.text.trim(),
      },
    ];
  });
}

/** Nobody is called by a document. */
function quiet(told: Line): Line {
  return told.map((piece) => (piece.kind === 'person' ? { ...piece, mention: false } : piece));
}
