import type { PostMortemRefusal } from '../../domain/post-mortem/change.js';
import { SECTION_LIMIT, type SectionName } from '../../domain/post-mortem/post-mortem.js';
import type { SectionView } from '../../domain/post-mortem/post-mortem-view.js';
import type { PostMortemDeps } from './post-mortem-deps.js';
import { withPostMortem } from './with-post-mortem.js';

export type WroteSection =
  | { readonly outcome: 'done' | 'unchanged'; readonly section: SectionView }
  /** Somebody wrote it meanwhile: as it stands now. Nothing of either text is lost. */
  | { readonly outcome: 'written_meanwhile'; readonly now: SectionView }
  | { readonly outcome: 'refused'; readonly reason: PostMortemRefusal }
  | { readonly outcome: 'too_long'; readonly limit: number };

export interface SectionText {
  readonly postMortem: number;
  readonly section: SectionName;
  /** `base`: the version that was read, and is replaced; absent: `text` is added below what stands there. */
  readonly base?: number;
  readonly text: string;
  readonly actorId: string;
}

/** Writes one section, by the version that its writer read. Undefined: no such post-mortem. Throws DatabaseAway. */
export function writeSection(deps: PostMortemDeps, given: SectionText): Promise<WroteSection | undefined> {
  const { postMortem, section: name, actorId } = given;
  return withPostMortem(deps, postMortem, async (store, view): Promise<WroteSection> => {
    const now = view.sections.find((each) => each.name === name);
    if (!now) throw new Error(`post-mortem ${postMortem} has no section ${name}`);
    if (view.postMortem.state === 'completed') return { outcome: 'refused', reason: 'completed' };
    const text = given.base === undefined && now.text !== '' ? `${now.text}\n\n${given.text}` : given.text;
    if (text === now.text) return { outcome: 'unchanged', section: now };
    if (text.length > SECTION_LIMIT) return { outcome: 'too_long', limit: SECTION_LIMIT };
    const at = deps.clock();
    const base = given.base ?? now.version;
    const written = await store.writeSection({ postMortem, section: name, base, text, actorId, at });
    if (!written) return { outcome: 'written_meanwhile', now };
    const version = base + 1;
    store.changePostMortem({
      postMortem,
      fields: {},
      event: { kind: 'written', section: name, version },
      eventId: deps.newId(),
      actorId,
      at,
    });
    return { outcome: 'done', section: { name, version, text, writtenAt: at } };
  });
}
