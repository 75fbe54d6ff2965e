/** A message as an activity of the connector: https://github.com/microsoft/Agents/blob/main/specs/activity/protocol-activity.md */
import type { JsonRecord } from '../wire/record.js';
import type { Message } from './render/render-message.js';

/** Everything is named, because an edit that names less leaves what was there. */
export function messageActivity(message: Message, botId: string): JsonRecord {
  return {
    type: 'message',
    from: { id: botId },
    ...message,
    text: message.text ?? '',
    textFormat: message.textFormat ?? 'plain',
  };
}
