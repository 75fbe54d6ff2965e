/** A section written anew from a chat: its text first, then what becomes of it; who was slower sees both texts. */
import { askRewriting, askRewritingAnew } from '../cards/post-mortem-forms/rewrite-section.js';
import { noPostMortemNote, postMortemRefusalNote } from '../cards/post-mortem/post-mortem-refusal-note.js';
import type { Faults } from '../cards/form-kind.js';
import type { Answers } from '../cards/form.js';
import type { SectionName } from '../domain/post-mortem/post-mortem.js';
import type { PostMortemView } from '../domain/post-mortem/post-mortem-view.js';
import { writeSection } from '../use-cases/post-mortem/write-section.js';
import type { ConversationDeps } from './conversation-deps.js';
import type { Mend, Reply } from './conversation.js';

/** The form with the text of a section as it stands. */
export function askSection(view: PostMortemView, name: SectionName): Reply {
  const now = view.sections.find((section) => section.name === name);
  if (!now) return { kind: 'note', note: noPostMortemNote(view.postMortem.leadAlert) };
  return { kind: 'form', form: askRewriting(view, { name, now }) };
}

/** What is wrong with what was sent, shown beside all of it. */
export function mendSection(view: PostMortemView, answers: Answers, faults: Faults): Mend {
  const form = askRewritingAnew(view, answers);
  return { kind: 'mend', faults, ...(form && { form }) };
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
      return { kind: 'form', form: askRewriting(view, { name, now: wrote.now, own: text }) };
    case 'too_long':
      return {
        kind: 'mend',
        faults: { text: `A section holds ${wrote.limit.toLocaleString('en-GB')} characters. Shorten it.` },
      };
    case 'done':
    case 'unchanged':
    case undefined:
      return undefined;
  }
}
