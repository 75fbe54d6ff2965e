import type { JsonObject } from '../frame/json-object.js';
import type { Ids } from './ids.js';
import type { Block } from './message.js';
import type { Workspace } from './workspace.js';

/** https://docs.slack.dev/surfaces/modals: a modal holds three views at most. */
const VIEWS_IN_STACK = 3;

/** A view as Slack gives it back: https://docs.slack.dev/reference/views */
export interface SlackView {
  readonly id: string;
  readonly team_id: string;
  readonly type: 'modal' | 'home';
  readonly callback_id: string;
  readonly external_id: string;
  readonly private_metadata: string;
  readonly blocks: readonly Block[];
  readonly state: { readonly values: JsonObject };
  readonly hash: string;
  readonly root_view_id: string;
  readonly previous_view_id: string | null;
  readonly clear_on_close: boolean;
  readonly notify_on_close: boolean;
  readonly app_id: string;
  readonly bot_id: string;
  readonly title?: JsonObject;
  readonly submit?: JsonObject | null;
  readonly close?: JsonObject | null;
}

export interface Views {
  /** Opens a modal in place of whatever the person has open; refused where its external_id is taken. */
  readonly open: (user: string, content: JsonObject) => SlackView | 'duplicate_external_id';
  readonly push: (
    user: string,
    content: JsonObject,
  ) => SlackView | 'duplicate_external_id' | 'push_limit_reached' | 'not_found';
  readonly update: (
    view: SlackView,
    content: JsonObject,
  ) => SlackView | 'duplicate_external_id' | 'not_found';
  readonly publish: (user: string, content: JsonObject) => SlackView;
  readonly find: (key: { readonly id?: string; readonly externalId?: string }) => SlackView | undefined;
  /** The modal that `user` has open, from its root to what they see. */
  readonly stack: (user: string) => readonly SlackView[];
  readonly home: (user: string) => SlackView | undefined;
  readonly closeTop: (user: string) => void;
  readonly closeAll: (user: string) => void;
}

export function createViews(options: {
  readonly now: () => number;
  readonly ids: Ids;
  readonly workspace: Workspace;
}): Views {
  const { now, ids, workspace } = options;
  const stacks = new Map<string, readonly SlackView[]>();
  const homes = new Map<string, SlackView>();
  const stack = (user: string): readonly SlackView[] => stacks.get(user) ?? [];
  const all = (): SlackView[] => [...[...stacks.values()].flat(), ...homes.values()];
  const hash = (): string => `${Math.floor(now() / 1000)}.${ids.next('', 8)}`;
  const isTaken = (content: JsonObject, besides?: string): boolean => {
    const externalId = content['external_id'];
    if (typeof externalId !== 'string' || externalId === '') return false;
    return all().some((each) => each.external_id === externalId && each.id !== besides);
  };
  const build = (
    content: JsonObject,
    place: { readonly id: string; readonly root?: string; readonly previous?: string },
  ): SlackView => ({
    close: null,
    submit: null,
    ...content,
    id: place.id,
    team_id: workspace.team.id,
    type: content['type'] === 'home' ? 'home' : 'modal',
    callback_id: asText(content['callback_id']),
    external_id: asText(content['external_id']),
    private_metadata: asText(content['private_metadata']),
    blocks: (content['blocks'] as readonly JsonObject[]).map(
      (block) => ({ ...block, block_id: block['block_id'] ?? ids.next('', 5) }) as Block,
    ),
    state: { values: {} },
    hash: hash(),
    root_view_id: place.root ?? place.id,
    previous_view_id: place.previous ?? null,
    clear_on_close: content['clear_on_close'] === true,
    notify_on_close: content['notify_on_close'] === true,
    app_id: workspace.bot.appId,
    bot_id: workspace.bot.botId,
  });

  return {
    stack,
    home: (user) => homes.get(user),
    find: ({ id, externalId }) =>
      all().find((each) => (id === undefined ? each.external_id === externalId : each.id === id)),
    open: (user, content) => {
      if (isTaken(content)) return 'duplicate_external_id';
      const view = build(content, { id: ids.next('V') });
      stacks.set(user, [view]);
      return view;
    },
    push: (user, content) => {
      const open = stack(user);
      const [root] = open;
      const previous = open.at(-1);
      if (!root || !previous) return 'not_found';
      if (open.length >= VIEWS_IN_STACK) return 'push_limit_reached';
      if (isTaken(content)) return 'duplicate_external_id';
      const view = build(content, { id: ids.next('V'), root: root.id, previous: previous.id });
      stacks.set(user, [...open, view]);
      return view;
    },
    update: (view, content) => {
      if (isTaken(content, view.id)) return 'duplicate_external_id';
      const place = { id: view.id, root: view.root_view_id };
      const next = build(
        content,
        view.previous_view_id === null ? place : { ...place, previous: view.previous_view_id },
      );
      for (const [user, views] of stacks) {
        if (!views.some((each) => each.id === view.id)) continue;
        stacks.set(
          user,
          views.map((each) => (each.id === view.id ? next : each)),
        );
        return next;
      }
      return 'not_found';
    },
    publish: (user, content) => {
      const view = build(content, { id: homes.get(user)?.id ?? ids.next('V') });
      homes.set(user, view);
      return view;
    },
    closeTop: (user) => void stacks.set(user, stack(user).slice(0, -1)),
    closeAll: (user) => void stacks.delete(user),
  };
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
