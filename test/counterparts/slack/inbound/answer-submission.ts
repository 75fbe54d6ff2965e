import { isObject, type JsonObject } from '../../frame/json-object.js';
import { checkView } from '../block-kit-limits.js';
import type { SlackView } from '../views.js';
import type { World } from '../world.js';
import type { Sent } from './courier.js';

/** What a person sees after they have submitted a form. */
export type SubmitOutcome =
  | { readonly kind: 'closed' }
  | { readonly kind: 'cleared' }
  /** By block_id. */
  | { readonly kind: 'errors'; readonly errors: Readonly<Record<string, string>> }
  | { readonly kind: 'updated' | 'pushed'; readonly view: SlackView }
  /** Slack shows that something went wrong and keeps the form open. */
  | { readonly kind: 'failed'; readonly why: string };

/** Does with the modal what the app's answer asks for: https://docs.slack.dev/surfaces/modals#modifying */
export function answerSubmission(world: World, user: string, view: SlackView, sent: Sent): SubmitOutcome {
  if (sent.status !== 200) return failed(`the app answered ${sent.status} ${sent.failure ?? ''}`.trim());
  if (sent.body === '' || (isObject(sent.body) && Object.keys(sent.body).length === 0)) {
    world.views.closeTop(user);
    return { kind: 'closed' };
  }
  if (!isObject(sent.body)) return failed('the app answered with something that is no JSON object');
  const { response_action: action, errors, view: next } = sent.body;
  switch (action) {
    case 'clear':
      world.views.closeAll(user);
      return { kind: 'cleared' };
    case 'errors':
      return showErrors(view, errors);
    case 'update':
      return showView(world, user, view, next, 'updated');
    case 'push':
      return showView(world, user, view, next, 'pushed');
    default:
      return failed(`there is no response_action ${String(action)}`);
  }
}

function showErrors(view: SlackView, errors: unknown): SubmitOutcome {
  if (!isObject(errors) || Object.keys(errors).length === 0) return failed('errors without an error');
  const inputs = new Set(
    view.blocks.filter((block) => block.type === 'input').map((block) => block.block_id),
  );
  for (const [blockId, error] of Object.entries(errors)) {
    if (!inputs.has(blockId)) return failed(`an error for ${blockId}, which is no input of this view`);
    if (typeof error !== 'string' || error === '') return failed(`an error without words for ${blockId}`);
  }
  return { kind: 'errors', errors: errors as Readonly<Record<string, string>> };
}

function showView(
  world: World,
  user: string,
  view: SlackView,
  content: unknown,
  kind: 'updated' | 'pushed',
): SubmitOutcome {
  const wrong = checkView(content);
  if (wrong) return failed([wrong.error, ...wrong.messages].join(' '));
  const shown =
    kind === 'updated'
      ? world.views.update(view, content as JsonObject)
      : world.views.push(user, content as JsonObject);
  return typeof shown === 'string' ? failed(shown) : { kind, view: shown };
}

function failed(why: string): SubmitOutcome {
  return { kind: 'failed', why };
}
