/**
 * Reads what somebody chose in the menu beside a message, and the dialog that they sent back:
 * https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/action-commands/define-action-command
 */
import { isTelling } from '../../../cards/actions.js';
import { plainText } from '../../../domain/plain-text.js';
import type { SaidMessage } from '../../../domain/said-message.js';
import { type JsonRecord, recordAt, textAt } from '../../wire/record.js';
import { readActionData } from '../render/action-data.js';
import { isTeamsId } from '../shapes.js';
import type { Dialogue, Whisper } from './asked.js';
import { wordsOfHtml } from './words-of-html.js';

export const FETCH = 'composeExtension/fetchTask';
export const SUBMIT = 'composeExtension/submitAction';

/** As much as a form takes, of text and of an address. */
const TEXT_CHARS = 3_000;
const LINK_CHARS = 500;
const NAME_CHARS = 80;

/** Undefined for any entry but ours, and for a dialog that is none of ours. */
export function readDialogue(activity: JsonRecord, whisper: Whisper): Dialogue | undefined {
  const value = recordAt(activity, 'value');
  const command = textAt(value, 'commandId');
  if (!isTelling(command)) return undefined;
  if (textAt(activity, 'name') === FETCH) {
    const message = readMessage(recordAt(value, 'messagePayload'), whisper.conversation.id);
    return message && { ...whisper, kind: 'dialogue', action: command, step: { kind: 'open', message } };
  }
  const data = readActionData(value['data']);
  if (data?.kind !== 'telling') return undefined;
  const { action, answers } = data;
  return { ...whisper, kind: 'dialogue', action, step: { kind: 'sent', answers } };
}

function readMessage(payload: JsonRecord, conversation: string): SaidMessage | undefined {
  const { id } = payload;
  if (!isTeamsId(id)) return undefined;
  const body = recordAt(payload, 'body');
  const content = textAt(body, 'content');
  const text = textAt(body, 'contentType') === 'text' ? content : wordsOfHtml(content);
  const from = recordAt(payload, 'from');
  const author =
    textAt(recordAt(from, 'user'), 'displayName') || textAt(recordAt(from, 'application'), 'displayName');
  const link = textAt(payload, 'linkToMessage');
  return {
    key: `teams:${conversation}:${id}`,
    text: plainText(text).slice(0, TEXT_CHARS),
    ...(link.startsWith('https://') && link.length <= LINK_CHARS && { link }),
    ...(author !== '' && { author: author.slice(0, NAME_CHARS) }),
  };
}
