import { postMortemName, type SectionName } from '../../domain/post-mortem/post-mortem.js';
import type { PostMortemView } from '../../domain/post-mortem/post-mortem-view.js';
import type { Note } from '../note.js';
import { line, strong } from '../text.js';
import { SECTION_NAMES } from './section-names.js';

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
