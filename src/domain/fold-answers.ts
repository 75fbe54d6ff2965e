/** Which signals of a batch say again what was said before, in the batch or earlier: pure, in the order of arrival. */
import { type Amendment, amendmentOf, type Answer, isAnswer, mayBeOneAnswer } from './answer.js';
import type { Score } from './score.js';
import type { Signal } from './signal.js';

export interface Voice {
  readonly id: string;
  readonly source: string;
  readonly signal: Signal;
  readonly customerId?: string | undefined;
}

/** Of a signal whose answer was said more than once. */
export interface SaidAgain {
  /** With the score and the words that the answer had, where it says none itself: senders may send only what is new. */
  readonly signal: Signal;
  /** The signal that says the same answer later: that one is decided on. Absent: this is the newest. */
  readonly overtakenBy?: string;
  /** The alert that held the answer before this batch. */
  readonly alert?: number;
  /** Of the newest, against what was heard before this batch. */
  readonly amendment?: Amendment;
}

/** What changes in a signal that is kept. */
export interface AmendedSignal {
  readonly id: string;
  /** The signal that said its answer first, where that is another. */
  readonly amends?: string;
  /** Whether a later signal says the same answer. */
  readonly overtaken: boolean;
  /** Its own, filled up with what was said before. */
  readonly filled?: Pick<Signal, 'score' | 'text'>;
  /** Of the one that stands for the answer where answers are counted: how the answer scores now. */
  readonly counts?: Score;
}

export interface FoldedAnswers {
  /** By signal id. */
  readonly said: ReadonlyMap<string, SaidAgain>;
  readonly amended: readonly AmendedSignal[];
}

/** An answer while the batch is gone through. */
interface Course {
  readonly before: Answer | undefined;
  now: Answer;
  readonly versions: { readonly id: string; readonly signal: Signal }[];
}

/** `known`: the answer that a signal of the batch says again, as it stood before the batch; by signal id. */
export function foldAnswers(voices: readonly Voice[], known: ReadonlyMap<string, Answer>): FoldedAnswers {
  const courses = new Map<string, Course[]>();
  for (const voice of voices) {
    if (!isAnswer(voice.signal)) continue;
    const key = entryOf(voice);
    const alike = courses.get(key) ?? [];
    courses.set(key, alike);
    const before = known.get(voice.id);
    const course =
      alike.find(({ now }) => now.root === before?.root) ??
      alike.find(({ now }) => mayBeOneAnswer(now, voice.signal)) ??
      begin(alike, before);
    if (course) sayAgain(course, voice);
    else alike.push({ before: undefined, now: first(voice), versions: [voice] });
  }
  const repeated = [...courses.values()].flat().filter(({ now }) => now.times > 1);
  return { said: new Map(repeated.flatMap(saidIn)), amended: repeated.flatMap(amendedIn) };
}

function entryOf({ source, customerId, signal: { externalId, kind, happening } }: Voice): string {
  return JSON.stringify([source, externalId, kind, happening, customerId]);
}

function begin(alike: Course[], before: Answer | undefined): Course | undefined {
  if (!before) return undefined;
  const course: Course = { before, now: before, versions: [] };
  alike.push(course);
  return course;
}

function first({ id, signal: { occurredAt, score, text } }: Voice): Answer {
  return { root: id, newest: id, occurredAt, score, text, times: 1 };
}

/** What is delivered after a newer version changes nothing any more, but completes it: a rating that its comment overtook. */
function sayAgain(course: Course, { id, signal }: Voice): void {
  const { now, versions } = course;
  const times = now.times + 1;
  const isLate = isBefore({ id, at: signal.occurredAt }, { id: now.newest, at: now.occurredAt });
  if (isLate && !completes(now, signal)) {
    versions.push({ id, signal });
    course.now = { ...now, times };
    return;
  }
  const { score = now.score, text = now.text } = signal;
  const whole = { ...signal, ...(score && { score }), ...(text !== undefined && { text }) };
  const occurredAt = isLate ? now.occurredAt : signal.occurredAt;
  versions.push({ id, signal: whole });
  course.now = { ...now, newest: id, occurredAt, score, text, times };
}

/** Whether `older` has the score or the words that are missing, and nothing that was changed since. */
function completes(now: Answer, { score, text }: Signal): boolean {
  const { rated, words } = amendmentOf(now, { ...now, score, text });
  const isOther = rated?.was !== undefined || words === 'changed';
  return !isOther && (rated !== undefined || words === 'added');
}

interface Said {
  readonly id: string;
  readonly at: Date;
}

/** Of one moment, the one that came first. */
function isBefore(a: Said, b: Said): boolean {
  return a.at.getTime() === b.at.getTime() ? a.id < b.id : a.at < b.at;
}

function saidIn({ before, now, versions }: Course): readonly (readonly [string, SaidAgain])[] {
  return versions.map(({ id, signal }) => [
    id,
    {
      signal,
      ...(before?.alert !== undefined && { alert: before.alert }),
      ...(id !== now.newest && { overtakenBy: now.newest }),
      ...(id === now.newest && before && { amendment: amendmentOf(before, now) }),
    },
  ]);
}

function amendedIn({ before, now, versions }: Course): readonly AmendedSignal[] {
  const { root, newest, score } = now;
  const later = versions
    .filter(({ id }) => id !== root)
    .map(({ id, signal }): AmendedSignal => ({
      id,
      amends: root,
      overtaken: id !== newest,
      filled: signal,
    }));
  if ((before?.newest ?? root) === newest) return later;
  const replaced = before && before.newest !== root ? [{ id: before.newest, overtaken: true }] : [];
  return [{ id: root, overtaken: true, ...(score && { counts: score }) }, ...replaced, ...later];
}
