/** Words on a card, platform-neutral: every piece says what it is, so that customer text can never come alive. */
import type { Staff } from '../domain/staff.js';

export type Inline =
  /** Shown as it is: no mention, link or formatting in it may come alive. */
  | { readonly kind: 'text'; readonly text: string; readonly isCommand?: true }
  /** `isCommand`, here as above: a line to type, written as on Slack and the desk; elsewhere it may be typed otherwise. */
  | { readonly kind: 'strong'; readonly text: string; readonly isCommand?: true }
  /** In the reader's own zone: `clock` 10:40 (with the date when it is another day), `relative` 4 min ago, `day` 20 November, `near_day` today, yesterday, on 18 Nov. */
  | { readonly kind: 'time'; readonly at: Date; readonly as: 'clock' | 'relative' | 'day' | 'near_day' }
  /** `mention` calls the person; only where they must act. */
  | { readonly kind: 'person'; readonly staff: Staff; readonly mention: boolean }
  /** http or https only. */
  | { readonly kind: 'link'; readonly text: string; readonly url: string };

export type Line = readonly Inline[];

/** A line from words, values and absent parts: `line(person(kim), ' claimed this ', undefined)`. */
export function line(...parts: readonly (string | Inline | undefined | false)[]): Line {
  return parts.flatMap((part) => {
    if (part === undefined || part === false || part === '') return [];
    return [typeof part === 'string' ? ({ kind: 'text', text: part } as const) : part];
  });
}

export function strong(text: string): Inline {
  return { kind: 'strong', text };
}

/** `/cx-claim CX-12`: a line to type. */
export function command(text: string, kind: 'text' | 'strong' = 'text'): Inline {
  return { kind, text, isCommand: true };
}

export function clock(at: Date): Inline {
  return { kind: 'time', at, as: 'clock' };
}

export function person(staff: Staff, mention = false): Inline {
  return { kind: 'person', staff, mention };
}
