import { isObject, type JsonObject } from '../../frame/json-object.js';
import { cardOf, type TeamsMessage } from '../message.js';
import type { World } from '../world.js';
import { findAction, type Wanted } from './find-action.js';
import { incoming, sceneOf, type Scene } from './incoming.js';
import { inputValues, type Values } from './input-values.js';

/** What a person does to the card that they see now. */
export interface Click extends Wanted {
  /** Any id of theirs, or their e-mail address. */
  readonly person: string;
  /** The id of the message with the card. */
  readonly message: string;
  /** What they have put into the fields around the button. */
  readonly values?: Values;
  /** `old` knows no Action.Execute and sends its Action.Submit fallback; `new` where absent. */
  readonly client?: 'new' | 'old';
}

export interface Prepared {
  readonly activity: JsonObject;
  readonly person: string;
  readonly message: string;
  /** Whether the answer is shown; what Action.Submit sends is a message, whose answer says nothing. */
  readonly isInvoke: boolean;
}

/** What Teams would send for a click on something that is really there; throws where it is not. */
export function prepareClick(world: World, click: Click): Prepared {
  const { scene, message, card } = cardSeen(world, click);
  const { action, inputs } = findAction(card, click);
  const sent = click.client === 'old' ? oldForm(action) : action;
  const data = isObject(sent['data']) ? sent['data'] : {};
  const filled = { ...data, ...inputValues(world, inputs, click.values ?? {}) };
  const base = { world, scene, message };
  switch (sent['type']) {
    case 'Action.Execute':
      return prepared(base, true, invokeOf(sent, filled, 'manual'));
    case 'Action.Submit':
      return prepared(base, false, { type: 'message', id: world.ids.event(), value: filled });
    default:
      throw new Error(`A click on ${String(sent['type'])} does not reach the bot`);
  }
}

/** What the client asks by itself when it shows a card with `refresh` to one of those named in it. */
export function prepareRefresh(world: World, asked: Pick<Click, 'person' | 'message'>): Prepared {
  const { scene, message, card } = cardSeen(world, asked, 'common');
  const refresh = isObject(card['refresh']) ? card['refresh'] : undefined;
  const action = refresh?.['action'];
  if (!isObject(action)) throw new Error(`The card of ${message.id} has no refresh`);
  const userIds = refresh?.['userIds'] as readonly string[] | undefined;
  if (userIds && !userIds.includes(scene.person.id)) {
    throw new Error(`The card of ${message.id} is not refreshed for ${scene.person.name}`);
  }
  const data = isObject(action['data']) ? action['data'] : {};
  return prepared({ world, scene, message }, true, invokeOf(action, data, 'automatic'));
}

function invokeOf(action: JsonObject, data: JsonObject, trigger: 'manual' | 'automatic'): JsonObject {
  const { type, id, title, verb } = action;
  return {
    type: 'invoke',
    name: 'adaptiveCard/action',
    value: { action: { type, id, title, verb, data }, trigger },
  };
}

function prepared(
  base: { readonly world: World; readonly scene: Scene; readonly message: TeamsMessage },
  isInvoke: boolean,
  fields: JsonObject,
): Prepared {
  const { world, scene, message } = base;
  const channelData = { source: { name: 'message' }, legacy: { replyToId: message.id } };
  const activity = incoming(world, scene, { ...fields, replyToId: message.id, channelData });
  return { activity, person: scene.person.id, message: message.id, isInvoke };
}

function cardSeen(
  world: World,
  asked: Pick<Click, 'person' | 'message'>,
  which: 'own' | 'common' = 'own',
): { readonly scene: Scene; readonly message: TeamsMessage; readonly card: JsonObject } {
  const message = world.log.find(asked.message);
  if (!message) throw new Error(`There is no message ${asked.message}`);
  const { conversation, thread } = message;
  const scene = sceneOf(world, {
    person: asked.person,
    conversation,
    ...(thread !== undefined && { thread }),
  });
  const own = which === 'own' ? world.views.cardOf(scene.person.id, message.id) : undefined;
  const card = own ?? cardOf(message.activity);
  if (!card) throw new Error(`The message ${message.id} has no card`);
  return { scene, message, card };
}

function oldForm(action: JsonObject): JsonObject {
  if (action['type'] !== 'Action.Execute') return action;
  const { fallback } = action;
  if (isObject(fallback)) return fallback;
  throw new Error(`${String(action['verb'])} has no fallback: an old client shows no button`);
}
