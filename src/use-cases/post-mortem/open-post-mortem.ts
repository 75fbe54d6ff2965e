import type { AlertView } from '../../domain/alert-view.js';
import { PLATFORM_NAMES } from '../../domain/policy.js';
import { draftSections } from '../../domain/post-mortem/draft-sections.js';
import type { PostMortemView } from '../../domain/post-mortem/post-mortem-view.js';
import type { PostMortemDeps } from './post-mortem-deps.js';
import type { PostMortemStore } from './post-mortem-store.js';
import { tellAlike } from './tell-alerts-alike.js';

export type OpenedPostMortem =
  | { readonly outcome: 'opened' | 'there_before'; readonly view: PostMortemView }
  | { readonly outcome: 'no_alert' };

/** The post-mortem of an alert: the one that it is part of, else a new draft. Two who ask at once get the same. Throws DatabaseAway. */
export async function openPostMortem(
  deps: PostMortemDeps,
  { alert, actorId }: { readonly alert: number; readonly actorId: string },
): Promise<OpenedPostMortem> {
  const opened = await deps.transaction(async (store): Promise<OpenedPostMortem> => {
    const locked = await store.lockAlert(alert);
    const seen = locked ? await store.viewAlert(alert) : undefined;
    if (!seen) return { outcome: 'no_alert' };
    const there = seen.postMortem === undefined ? undefined : await store.viewPostMortem(seen.postMortem);
    if (there) return { outcome: 'there_before', view: there };
    return { outcome: 'opened', view: await openFor(deps, store, seen, actorId) };
  });
  if (opened.outcome === 'opened') {
    deps.wanted();
    void deps.narrator?.postMortem(opened.view.postMortem.number);
  }
  return opened;
}

async function openFor(
  { clock, newId, channelsOf, policy }: PostMortemDeps,
  store: PostMortemStore,
  alert: AlertView,
  actorId: string,
): Promise<PostMortemView> {
  const at = clock();
  const { team } = alert.alert;
  // A team that has another name by now, or is none any more, has no channels.
  const channels = channelsOf(policy.teams.some(({ name }) => name === team) ? team : policy.fallbackTeam);
  const number = await store.openPostMortem({
    alert,
    sections: draftSections(alert.alert),
    channels: PLATFORM_NAMES.flatMap((platform) => {
      const channel = channels[platform];
      return channel === undefined ? [] : [{ platform, channel }];
    }),
    eventId: newId(),
    actorId,
    at,
  });
  store.tellAlert({
    alert: alert.alert.number,
    event: { kind: 'post_mortem_linked', postMortem: number },
    eventId: newId(),
    actorId,
    at,
  });
  await tellAlike(store, { at, newId });
  const view = await store.viewPostMortem(number);
  if (!view) throw new Error(`post-mortem ${number} was opened and is not there`);
  return view;
}
