/** The client saw no answer; `stored` says whether it was done, `later` that it is to be done. */
export interface Unanswered {
  readonly kind: 'reset' | 'hung';
  readonly stored: boolean | 'later';
}

/** The calls that reached a counterpart, and how often there was each, by its name. */
export interface CallRecord<Call> {
  /** Numbers count from 1; the call is read only when somebody asks. */
  readonly add: (name: string, read: (number: number) => Call) => void;
  readonly all: () => readonly Call[];
  readonly count: (name: string) => number;
  readonly counts: () => Readonly<Record<string, number>>;
  readonly clear: () => void;
}

/** With `keep: false` calls are counted only. */
export function createCallRecord<Call>(options: { readonly keep: boolean }): CallRecord<Call> {
  let calls: (() => Call)[] = [];
  let last = 0;
  const counts = new Map<string, number>();
  return {
    add: (name, read) => {
      last += 1;
      counts.set(name, (counts.get(name) ?? 0) + 1);
      if (!options.keep) return;
      const number = last;
      calls.push(() => read(number));
    },
    all: () => calls.map((read) => read()),
    count: (name) => counts.get(name) ?? 0,
    counts: () => Object.fromEntries(counts),
    clear: () => {
      calls = [];
      counts.clear();
    },
  };
}
