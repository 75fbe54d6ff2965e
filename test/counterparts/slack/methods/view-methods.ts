import { isObject, type JsonObject } from '../../frame/json-object.js';
import { missingField, refuse, refuseArguments, type Answer } from '../answer.js';
import { checkView } from '../block-kit-limits.js';
import { jsonArg, textArg, type Call, type Method } from '../call.js';
import type { SlackView } from '../views.js';
import type { World } from '../world.js';

const writes = { scopes: [], token: 'bot', json: true } as const;

export const VIEW_METHODS: Readonly<Record<string, Method>> = {
  'views.open': { ...writes, run: open },
  'views.push': { ...writes, run: push },
  'views.update': { ...writes, run: update },
  'views.publish': { ...writes, run: publish },
};

function open(world: World, call: Call): Answer {
  const view = viewArg(call, 'modal');
  if ('refused' in view) return view.refused;
  const trigger = world.triggers.exchange(textArg(call, 'trigger_id') ?? '');
  if (typeof trigger === 'string') return refuse(trigger);
  return answer(world.views.open(trigger.user, view.content));
}

function push(world: World, call: Call): Answer {
  const view = viewArg(call, 'modal');
  if ('refused' in view) return view.refused;
  const trigger = world.triggers.exchange(textArg(call, 'trigger_id') ?? '');
  if (typeof trigger === 'string') return refuse(trigger);
  if (trigger.viewId === undefined) return refuse('not_found');
  return answer(world.views.push(trigger.user, view.content));
}

function update(world: World, call: Call): Answer {
  const view = viewArg(call, 'modal');
  if ('refused' in view) return view.refused;
  const id = textArg(call, 'view_id');
  const externalId = textArg(call, 'external_id');
  if (id === undefined && externalId === undefined) return missingField('view_id');
  const known = world.views.find({
    ...(id !== undefined && { id }),
    ...(externalId !== undefined && { externalId }),
  });
  if (!known) return refuse('not_found');
  const hash = textArg(call, 'hash');
  if (hash !== undefined && hash !== known.hash) return refuse('hash_conflict');
  return answer(world.views.update(known, view.content));
}

function publish(world: World, call: Call): Answer {
  const user = textArg(call, 'user_id');
  if (user === undefined) return missingField('user_id');
  const view = viewArg(call, 'home');
  if ('refused' in view) return view.refused;
  if (!world.workspace.users.has(user)) return refuse('user_not_found');
  const hash = textArg(call, 'hash');
  const known = world.views.home(user);
  if (hash !== undefined && known && hash !== known.hash) return refuse('hash_conflict');
  return answer(world.views.publish(user, view.content));
}

function viewArg(
  call: Call,
  type: 'modal' | 'home',
): { readonly content: JsonObject } | { readonly refused: Answer } {
  const given = jsonArg(call, 'view');
  if (given === 'unparsable') return { refused: refuseArguments('[ERROR] view must be valid JSON') };
  if (given.value === undefined) return { refused: missingField('view') };
  const wrong = checkView(given.value);
  if (wrong?.error === 'view_too_large') return { refused: refuse(wrong.error) };
  if (wrong) return { refused: refuseArguments(...wrong.messages) };
  if (!isObject(given.value) || given.value['type'] !== type) {
    return { refused: refuseArguments(`[ERROR] must be a ${type} view [json-pointer:/view/type]`) };
  }
  return { content: given.value };
}

function answer(view: SlackView | string): Answer {
  return typeof view === 'string' ? refuse(view) : { ok: true, view };
}
