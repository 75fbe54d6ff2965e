import type { PostMortemRefusal } from '../../domain/post-mortem/change.js';
import { SECTION_LIMIT, type SectionName } from '../../domain/post-mortem/post-mortem.js';
import { oneLine } from '../../domain/plain-text.js';
import type { SaidMessage } from '../../domain/said-message.js';
import type { PostMortemDeps } from './post-mortem-deps.js';
import { withPostMortem } from './with-post-mortem.js';

export type AddedNote =
  | { readonly outcome: 'done' | 'there_before' }
  | { readonly outcome: 'refused'; readonly reason: PostMortemRefusal }
  | { readonly outcome: 'too_long'; readonly limit: number };

/** A message of a chat becomes a note in a section, once in a post-mortem whoever adds it. Undefined: no such post-mortem. Throws DatabaseAway. */
export function addNote(
  deps: PostMortemDeps,
  {
    postMortem,
    section: name,
    message,
    actorId,
  }: {
    readonly postMortem: number;
    readonly section: SectionName;
    readonly message: SaidMessage;
    readonly actorId: string;
  },
): Promise<AddedNote | undefined> {
  return withPostMortem(deps, postMortem, async (store, view): Promise<AddedNote> => {
    const now = view.sections.find((each) => each.name === name);
    if (!now) throw new Error(`post-mortem ${postMortem} has no section ${name}`);
    if (view.postMortem.state === 'completed') return { outcome: 'refused', reason: 'completed' };
    const note = inWords(message);
    const text = now.text === '' ? note : `${now.text}\n\n${note}`;
    if (text.length > SECTION_LIMIT) return { outcome: 'too_long', limit: SECTION_LIMIT };
    const at = deps.clock();
    if (!(await store.keepNote({ postMortem, message: message.key, section: name, actorId, at })))
      return { outcome: 'there_before' };
    await store.writeSection({ postMortem, section: name, base: now.version, text, actorId, at });
    store.changePostMortem({
      postMortem,
      fields: {},
      event: {
        kind: 'noted',
        section: name,
        version: now.version + 1,
        ...(message.author !== undefined && { author: message.author }),
        ...(message.link !== undefined && { link: message.link }),
      },
      eventId: deps.newId(),
      actorId,
      at,
    });
    return { outcome: 'done' };
  });
}

/** "Ana Ruiz: “They called twice.” https://acme.slack.com/archives/…" */
function inWords({ text, author, link }: SaidMessage): string {
  const who = author === undefined ? '' : `${oneLine(author)}: `;
  return `${who}“${text}”${link === undefined ? '' : `\n${link}`}`;
}
