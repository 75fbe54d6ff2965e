import type { PostMortemChange, PostMortemRefusal } from '../../domain/post-mortem/change.js';
import { decidePostMortem } from '../../domain/post-mortem/decide-post-mortem.js';
import type { PostMortemView } from '../../domain/post-mortem/post-mortem-view.js';
import type { Policy } from '../../domain/policy.js';
import type { Staff } from '../../domain/staff.js';
import type { PostMortemDeps } from './post-mortem-deps.js';
import { withPostMortem } from './with-post-mortem.js';

export type ChangedPostMortem =
  | { readonly outcome: 'done' }
  | { readonly outcome: 'refused'; readonly reason: PostMortemRefusal; readonly view: PostMortemView };

/** Sends to review, completes or reopens. Undefined: no such post-mortem. Throws DatabaseAway. */
export function changePostMortem(
  deps: PostMortemDeps,
  {
    postMortem,
    actor,
    change,
  }: { readonly postMortem: number; readonly actor: Staff; readonly change: PostMortemChange },
): Promise<ChangedPostMortem | undefined> {
  return withPostMortem(deps, postMortem, (store, view): ChangedPostMortem => {
    const at = deps.clock();
    const verdict = decidePostMortem(
      {
        postMortem: view.postMortem,
        differently: view.sections.find(({ name }) => name === 'differently')?.text ?? '',
        actorId: actor.id,
        isLead: leads(actor, view.postMortem.team, deps.policy),
        at,
      },
      change,
    );
    if ('refused' in verdict) return { outcome: 'refused', reason: verdict.refused, view };
    store.changePostMortem({ postMortem, ...verdict, eventId: deps.newId(), actorId: actor.id, at });
    return { outcome: 'done' };
  });
}

function leads({ email }: Staff, team: string, { teams }: Pick<Policy, 'teams'>): boolean {
  const lead = teams.find(({ name }) => name === team)?.lead;
  return lead !== undefined && lead.toLowerCase() === email?.toLowerCase();
}
