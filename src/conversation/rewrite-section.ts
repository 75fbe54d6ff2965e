/** A section written anew from a chat: its text first, then what becomes of it; who was slower sees both texts. */
import { askRewriting, fitsForm } from '../cards/post-mortem-forms/rewrite-section.js';
import { postMortemRefusalNote } from '../cards/post-mortem/post-mortem-refusal-note.js';
import type { Answers, Form } from '../cards/form.js';
import { tooLongToCompareWords, tooLongToRewriteNote } from '../cards/post-mortem/too-long-note.js';
import type { SectionName } from '../domain/post-mortem/post-mortem.js';
import type { PostMortemView } from '../domain/post-mortem/post-mortem-view.js';
import { writeSection } from '../use-cases/post-mortem/write-section.js';
import type { ConversationDeps } from './conversation-deps.js';
import type { Mend, Reply } from './conversation.js';

/** The form with the text of a section as it stands. */
export function askSection(view: PostMortemView, name: SectionName): Reply {
  const now = view.sections.find((section) => section.name === name);
  if (!now || !fitsForm(now)) return { kind: 'note', note: tooLongToRewriteNote(view, name) };
  return { kind: 'form', form: askRewriting(view, { name, now }) };
}

/** The same text once more, as it was typed; undefined where none was asked for yet. */
export function mendRewriting(view: PostMortemView, { section, base, text = '' }: Answers): Form | undefined {
  const now = view.sections.find(({ name }) => name === section);
  if (!now || base === undefined || !/^\d{1,9}$/u.test(base)) return undefined;
  return askRewriting(view, { name: now.name, now: { ...now, version: Number(base), text } });
}

/** Undefined: it is done. */
export async function rewrite(
  deps: ConversationDeps,
  {
    view,
    actorId,
    wish,
  }: {
    readonly view: PostMortemView;
    readonly actorId: string;
    readonly wish: { readonly section: SectionName; readonly base: number; readonly text: string };
  },
): Promise<Reply | Mend | undefined> {
  const { section: name, base, text } = wish;
  const postMortem = view.postMortem.number;
  const wrote = await writeSection(deps, { postMortem, actorId, section: name, base, text });
  switch (wrote?.outcome) {
    case 'refused':
      return { kind: 'note', note: postMortemRefusalNote(wrote.reason, view) };
    case 'written_meanwhile':
      if (fitsForm(wrote.now))
        return { kind: 'form', form: askRewriting(view, { name, now: wrote.now, own: text }) };
      // Theirs would be cut off where it is read beside one's own, and lost with the next save.
      return {
        kind: 'mend',
        faults: { text: tooLongToCompareWords(view, wrote.now) },
        form: askRewriting(view, { name, now: { ...wrote.now, version: base, text } }),
      };
    case 'too_long':
      return { kind: 'note', note: tooLongToRewriteNote(view, name) };
    case 'done':
    case 'unchanged':
    case undefined:
      return undefined;
  }
}
