/** What every form in forms/ provides: what it asks, and how its answers are read. */
import type { AlertView } from '../domain/alert-view.js';
import type { Change } from '../domain/changes/change.js';
import type { AlertForm, Answers } from './form.js';

export interface FormKind {
  /**
   * The form for an alert as it stands. `timeZone`: in which times are typed where nothing else says it. `nextHours`: when the alert's
   * team begins to work next.
   */
  ask(view: AlertView, timeZone: string, nextHours?: NextHours): AlertForm;
  /** The change that the answers ask for, or what must be mended. Pure: whether it may be done is decided later. */
  read(answers: Answers, reading: Reading): ReadForm;
}

/** What the meaning of an answer depends on. */
export interface Reading {
  readonly now: Date;
  /** Of whoever filled it in. */
  readonly timeZone: string;
  readonly view: AlertView;
  readonly nextHours?: NextHours;
}

/** The beginning of a team's next working day, on its own clocks. */
export interface NextHours {
  readonly at: Date;
  /** IANA name. */
  readonly timeZone: string;
}

export type ReadForm = { readonly change: Change } | { readonly faults: Faults };

/** What is wrong, in words, by the name of the field. */
export type Faults = Readonly<Record<string, string>>;
