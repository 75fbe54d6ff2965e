import { postMortemName, type SectionName } from '../../domain/post-mortem/post-mortem.js';
import type { PostMortemView, SectionView } from '../../domain/post-mortem/post-mortem-view.js';
import type { Note } from '../note.js';
import { line, strong } from '../text.js';
import { SECTION_NAMES } from './section-names.js';

/** Under the text of whoever was slower than somebody who wrote more than a form holds. */
export function tooLongToCompareWords(
  { postMortem }: PostMortemView,
  now: Pick<SectionView, 'writtenBy'>,
): string {
  const who = now.writtenBy?.name ?? 'Somebody';
  return `${who} wrote this while you did, and more than a form holds. Nothing changed: copy your words and add them on the desk, under Post-mortems: ${postMortemName(postMortem.number)}.`;
}

/** A form on Slack holds 3,000 characters: https://docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element */
export function tooLongToRewriteNote({ postMortem }: PostMortemView, section: SectionName): Note {
  const name = postMortemName(postMortem.number);
  return {
    lines: [
      line(
        strong(name),
        `: “${SECTION_NAMES[section]}” is too long for a form. It is rewritten on the desk, under Post-mortems: ${name}.`,
      ),
    ],
    postMortem: postMortem.number,
  };
}
