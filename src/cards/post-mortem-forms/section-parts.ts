/** A section's text over as many fields as it takes: a field on Slack holds 3,000 characters, a section 10,000. */
import { SECTION_TEXT_MAX_LENGTH } from '../form-limits.js';

/** In their order; together they hold more than a section does, however it is cut. */
export const PART_NAMES = ['text', 'textB', 'textC', 'textD', 'textE'] as const;

/** Where a text is cut, the best place first, each by the letter that goes with the form. */
const JOINTS: Readonly<Record<string, string>> = { p: '\n\n', l: '\n', w: ' ', n: '' };
/** How far from the end of a full field a better place is looked for. */
const LOOK_BACK = 1_000;

export interface SectionParts {
  readonly parts: readonly string[];
  /** One letter for each place where it was cut. */
  readonly joints: string;
}

/** With an empty part at the end where the last has little room left. */
export function inParts(text: string): SectionParts {
  const parts: string[] = [];
  let joints = '';
  let rest = text;
  while (rest.length > SECTION_TEXT_MAX_LENGTH && parts.length < PART_NAMES.length - 1) {
    const { at, joint } = cutIn(rest.slice(0, SECTION_TEXT_MAX_LENGTH));
    parts.push(rest.slice(0, at));
    joints += joint;
    rest = rest.slice(at + (JOINTS[joint] ?? '').length);
  }
  parts.push(rest);
  const isFull = rest.length > SECTION_TEXT_MAX_LENGTH - LOOK_BACK && parts.length < PART_NAMES.length;
  return isFull ? { parts: [...parts, ''], joints: `${joints}p` } : { parts, joints };
}

/** The text again, with what was changed in it; `joints` came back with the form. */
export function fromParts({ parts, joints }: SectionParts): string {
  return parts.reduce((text, part, index) => {
    if (part === '' || text === '') return text + part;
    return `${text}${JOINTS[joints.charAt(index - 1)] ?? '\n\n'}${part}`;
  }, '');
}

/** What a form carried, looked at anew. */
export function readJoints(carried: string | undefined): string {
  return carried !== undefined && /^[plwn]{0,4}$/u.test(carried) ? carried : '';
}

function cutIn(window: string): { readonly at: number; readonly joint: string } {
  for (const joint of ['p', 'l', 'w']) {
    const at = window.lastIndexOf(JOINTS[joint] ?? '');
    if (at >= window.length - LOOK_BACK) return { at, joint };
  }
  const last = window.charCodeAt(window.length - 1);
  // A sign of two units is not taken apart.
  const splits = last >= 0xd800 && last <= 0xdbff;
  return { at: splits ? window.length - 1 : window.length, joint: 'n' };
}
