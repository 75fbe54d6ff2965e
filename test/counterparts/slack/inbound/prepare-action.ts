import type { JsonObject } from '../../frame/json-object.js';
import { blocksOf } from '../message.js';
import type { SlackUser } from '../workspace.js';
import type { World } from '../world.js';
import type { ResponseUrls } from '../response-urls.js';
import type { Parcel } from './courier.js';
import { elementValue, type Given } from './element-value.js';
import { findElement, type Found } from './find-element.js';
import { channelName, interactionParcel } from './parcels.js';
import { stateValues, type Values } from './view-state.js';

/** Where a person acts: in a message (theirs alone or everybody's), or in a view. */
type ActionPlace = { readonly channel: string; readonly ts: string } | { readonly viewId: string };

export type Action = ActionPlace & {
  readonly user: string;
  readonly actionId: string;
  /** Tells buttons with the same action_id apart. */
  readonly value?: string;
  /** What is chosen, for anything that is not a button. */
  readonly choose?: Given;
  /** What else the person has put into the fields around it. */
  readonly values?: Values;
};

/** The block_actions payload of what a person does to an element that is really there now; throws where it is not. */
export function prepareAction(world: World, urls: ResponseUrls, action: Action): Parcel {
  const user = world.workspace.users.get(action.user);
  if (!user) throw new Error(`There is no user ${action.user}`);
  const fields = 'viewId' in action ? inView(world, user, action) : inMessage(world, urls, user, action);
  return interactionParcel(world, user, { type: 'block_actions', ...fields });
}

function inMessage(
  world: World,
  urls: ResponseUrls,
  user: SlackUser,
  action: Action & { readonly channel: string; readonly ts: string },
): JsonObject {
  const channel = world.workspace.channels.get(action.channel);
  if (!channel) throw new Error(`There is no channel ${action.channel}`);
  const message = world.logs.of(channel.id).find(action.ts);
  const ephemeral = message ? undefined : world.ephemerals.find(user.id, action.ts);
  const holder = message ?? ephemeral;
  if (!holder) throw new Error(`There is no message ${action.ts} in ${channel.id} for ${user.id} to act on`);
  const found = findElement(holder, action);
  const isEphemeral = message === undefined;
  const blocks = [...blocksOf(holder)].map(({ block }) => block);
  return {
    container: {
      type: found.attachmentId === undefined ? 'message' : 'message_attachment',
      message_ts: action.ts,
      channel_id: channel.id,
      is_ephemeral: isEphemeral,
      ...(found.attachmentId !== undefined && { attachment_id: found.attachmentId, is_app_unfurl: false }),
      ...(holder.thread_ts !== undefined && { thread_ts: holder.thread_ts }),
    },
    trigger_id: world.triggers.issue({ user: user.id }),
    channel: { id: channel.id, name: channelName(channel) },
    ...(message && { message: { ...message, metadata: undefined } }),
    state: { values: stateValues(blocks, action.values ?? {}, 'any') },
    response_url: urls.issue({
      user: user.id,
      channel: channel.id,
      original: { ts: action.ts, isEphemeral },
    }),
    actions: [actionObject(world, found, action)],
  };
}

function inView(world: World, user: SlackUser, action: Action & { readonly viewId: string }): JsonObject {
  const view = world.views.find({ id: action.viewId });
  if (!view) throw new Error(`There is no view ${action.viewId} open`);
  const found = findElement(view, action);
  const values = stateValues(view.blocks, action.values ?? {}, 'any');
  return {
    container: { type: 'view', view_id: view.id },
    trigger_id: world.triggers.issue({ user: user.id, viewId: view.id }),
    view: { ...view, state: { values } },
    actions: [actionObject(world, found, action)],
  };
}

function actionObject(world: World, { element, blockId }: Found, action: Action): JsonObject {
  const base = {
    action_id: element['action_id'],
    block_id: blockId,
    action_ts: (world.now() / 1000).toFixed(6),
  };
  if (element['type'] !== 'button') return { ...base, ...elementValue(element, action.choose).state };
  const { type, text, value, style, url } = element;
  return { ...base, type, text, value, style, url };
}
