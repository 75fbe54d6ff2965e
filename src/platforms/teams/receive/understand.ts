/** What an activity of Teams asks for: https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference */
import { type JsonRecord, recordAt, textAt } from '../../wire/record.js';
import { type ActionData, readActionData } from '../render/action-data.js';
import { isTeamsId } from '../shapes.js';
import type { Acted, Dialogue, News, Said, Whisper } from './asked.js';
import { readConversation } from './read-conversation.js';
import { FETCH, readDialogue, SUBMIT } from './read-dialogue.js';
import { readNews } from './read-news.js';
import { mentions, saidText } from './said-text.js';

export type Understood =
  | { readonly kind: 'said'; readonly said: Said; readonly key: string }
  | { readonly kind: 'acted'; readonly acted: Acted; readonly key: string }
  | { readonly kind: 'dialogue'; readonly dialogue: Dialogue; readonly key: string }
  | { readonly kind: 'news'; readonly news: News }
  /** An invoke that is not ours to answer. */
  | { readonly kind: 'unknown_invoke' }
  /** A dialog that is none of ours, or no longer, or of something that is no message. */
  | { readonly kind: 'unknown_dialogue' }
  /** An invoke of a button that is none of ours, or no longer. */
  | { readonly kind: 'unknown_action' }
  | { readonly kind: 'refused'; readonly why: string };

export function understand(activity: JsonRecord): Understood {
  const type = textAt(activity, 'type');
  if (!/^[a-zA-Z]{1,60}$/u.test(type)) return refused('it has no type');
  const conversation = readConversation(activity);
  if (!conversation) return refused('it names no conversation');
  if (type !== 'message' && type !== 'invoke')
    return { kind: 'news', news: readNews(activity, conversation) };

  const from = recordAt(activity, 'from');
  const { id: userId } = from;
  const { id: activityId } = activity;
  if (!isTeamsId(userId) || !isTeamsId(activityId)) return refused('it names no sender or has no id');
  const threadId = textAt(recordAt(activity, 'conversation'), 'id');
  const timeZone = readTimeZone(activity['localTimezone']);
  const whisper: Whisper = {
    userId,
    conversation,
    threadId,
    activityId,
    ...(timeZone !== undefined && { timeZone }),
  };
  const key = `teams:${threadId}:${activityId}`;
  return type === 'invoke' ? invoke(activity, whisper, key) : message(activity, whisper, key);
}

function invoke(activity: JsonRecord, whisper: Whisper, key: string): Understood {
  const name = textAt(activity, 'name');
  if (name === FETCH || name === SUBMIT) {
    const dialogue = readDialogue(activity, whisper);
    return dialogue ? { kind: 'dialogue', dialogue, key } : { kind: 'unknown_dialogue' };
  }
  if (name !== 'adaptiveCard/action') return { kind: 'unknown_invoke' };
  const data = readActionData(recordAt(recordAt(activity, 'value'), 'action')['data']);
  if (!data) return { kind: 'unknown_action' };
  return { kind: 'acted', acted: acted(activity, whisper, 'invoke', data), key };
}

function message(activity: JsonRecord, whisper: Whisper, key: string): Understood {
  const data = readActionData(activity['value']);
  if (data) return { kind: 'acted', acted: acted(activity, whisper, 'submit', data), key };
  const { conversation } = whisper;
  const isFromBot = whisper.userId.startsWith('28:') || recordAt(activity, 'from')['role'] === 'bot';
  const isToUs = conversation.kind === 'personal' || mentions(activity, conversation.botId);
  if (isFromBot || !isToUs) return { kind: 'news', news: { kind: 'heard', conversation } };
  return { kind: 'said', said: { ...whisper, kind: 'said', text: saidText(activity) }, key };
}

function acted(activity: JsonRecord, whisper: Whisper, by: Acted['by'], data: ActionData): Acted {
  const { replyToId } = activity;
  return { ...whisper, kind: 'acted', by, data, ...(isTeamsId(replyToId) && { onActivity: replyToId }) };
}

/** Only a zone that this machine knows: others would fail where times are told. */
function readTimeZone(name: unknown): string | undefined {
  if (typeof name !== 'string' || !/^[\w+-]{1,30}(?:\/[\w+-]{1,30}){1,2}$/u.test(name)) return undefined;
  try {
    return new Intl.DateTimeFormat('en-GB', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

function refused(why: string): Understood {
  return { kind: 'refused', why };
}
