import { isObject, type JsonObject } from '../../frame/json-object.js';
import { checkCard, isTooBig } from '../cards/check-card.js';
import { CARD_TYPE } from '../message.js';
import type { World } from '../world.js';
import type { Courier, Sent, SendOptions } from './courier.js';
import { findAction } from './find-action.js';
import { incoming, sceneOf } from './incoming.js';
import { inputValues, type Values } from './input-values.js';

/** What a person sees of a dialog: https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/invoking-task-modules */
export type Dialog =
  | { readonly kind: 'card'; readonly title: string; readonly card: JsonObject }
  | { readonly kind: 'message'; readonly text: string }
  /** The dialog closes. */
  | { readonly kind: 'closed' }
  | { readonly kind: 'unreachable'; readonly why: string };

export interface SentDialog extends Sent {
  readonly dialog: Dialog;
}

export interface MessageAction extends SendOptions {
  readonly person: string;
  /** The id of the message that it is chosen for. */
  readonly message: string;
  /** As the manifest names it. */
  readonly command: string;
}

export interface DialogSubmission extends SendOptions {
  readonly person: string;
  readonly values?: Values;
}

interface Open {
  readonly message: string;
  readonly command: string;
  readonly card: JsonObject;
}

export interface Dialogs {
  /** Chooses an entry of the app in the menu beside a message. */
  readonly chooseAction: (chosen: MessageAction) => Promise<SentDialog>;
  /** Sends the dialog that this person has open. */
  readonly submitDialog: (sent: DialogSubmission) => Promise<SentDialog>;
}

/** https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/action-commands/define-action-command */
export function createDialogs(options: { readonly world: World; readonly courier: Courier }): Dialogs {
  const { world, courier } = options;
  const open = new Map<string, Open>();

  const send = async (
    person: string,
    of: {
      readonly name: string;
      readonly message: string;
      readonly command: string;
      readonly data?: JsonObject;
    },
    sending: SendOptions,
  ): Promise<SentDialog> => {
    const message = world.log.find(of.message);
    if (!message) throw new Error(`There is no message ${of.message}`);
    const { conversation, thread } = message;
    const scene = sceneOf(world, { person, conversation, ...(thread !== undefined && { thread }) });
    const activity = incoming(world, scene, {
      type: 'invoke',
      name: of.name,
      value: {
        commandId: of.command,
        commandContext: 'message',
        messagePayload: payloadOf(world, message.id),
        ...(of.data && { data: of.data }),
        context: { theme: 'default' },
      },
    });
    const sent = await courier.send(activity, sending);
    const dialog = readDialog(sent);
    if (dialog.kind === 'card')
      open.set(scene.person.id, { message: of.message, command: of.command, card: dialog.card });
    else open.delete(scene.person.id);
    world.changes.happened();
    return { ...sent, dialog };
  };

  return {
    chooseAction: async ({ person, message, command, ...sending }) =>
      send(person, { name: 'composeExtension/fetchTask', message, command }, sending),
    submitDialog: async ({ person, values = {}, ...sending }) => {
      const { id } = world.tenant.people.get(person);
      const dialog = open.get(id);
      if (!dialog) throw new Error(`${id} has no dialog open`);
      const { action, inputs } = findAction(dialog.card, {});
      if (action['type'] !== 'Action.Submit') throw new Error('A dialog is sent by Action.Submit only');
      const data = {
        ...(isObject(action['data']) ? action['data'] : {}),
        ...inputValues(world, inputs, values),
      };
      return send(person, { ...dialog, name: 'composeExtension/submitAction', data }, sending);
    },
  };
}

/** The message as Teams hands it on: https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/action-commands/create-task-module#payload-activity-properties-when-a-dialog-is-invoked-from-1-1-chat */
function payloadOf(world: World, id: string): JsonObject {
  const message = world.log.find(id);
  if (!message) throw new Error(`There is no message ${id}`);
  const author = world.tenant.people.find(message.from);
  const { name } = world.tenant.bot;
  const escaped = message.text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const at = new Date(message.at).toISOString();
  return {
    id,
    replyToId: message.thread === id ? null : (message.thread ?? null),
    createdDateTime: at,
    lastModifiedDateTime: null,
    deleted: false,
    subject: null,
    importance: 'normal',
    locale: 'en-us',
    linkToMessage: `https://teams.microsoft.com/l/message/${encodeURIComponent(message.conversation)}/${id}`,
    from: {
      device: null,
      conversation: null,
      user: author ? { userIdentityType: 'aadUser', id: author.aadObjectId, displayName: author.name } : null,
      application: author
        ? null
        : { applicationIdentityType: 'bot', id: world.tenant.bot.appId, displayName: name },
    },
    body: { contentType: 'html', content: `<div><p>${escaped}</p></div>` },
    attachments: [],
    mentions: [],
    reactions: [],
  };
}

function readDialog(sent: Sent): Dialog {
  if (sent.status !== 200) return { kind: 'unreachable', why: `status ${sent.status} ${sent.failure ?? ''}` };
  if (sent.body === '') return { kind: 'closed' };
  const task = isObject(sent.body) ? sent.body['task'] : undefined;
  if (!isObject(task)) return { kind: 'unreachable', why: 'the answer holds no task' };
  const { type, value } = task;
  if (type === 'message' && typeof value === 'string' && value !== '')
    return { kind: 'message', text: value };
  if (type !== 'continue' || !isObject(value))
    return { kind: 'unreachable', why: `a task of type ${String(type)}` };
  const { title, card } = value;
  const content = isObject(card) && card['contentType'] === CARD_TYPE ? card['content'] : undefined;
  if (typeof title !== 'string' || !isObject(content))
    return { kind: 'unreachable', why: 'no title or card' };
  const faults = isTooBig(content) ? ['the card is too big'] : checkCard(content);
  return faults.length > 0
    ? { kind: 'unreachable', why: faults.join('; ') }
    : { kind: 'card', title, card: content };
}
