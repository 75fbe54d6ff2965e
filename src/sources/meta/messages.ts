/** Direct messages on Messenger and Instagram. https://developers.facebook.com/docs/messenger-platform/reference/webhook-events */
import type { Element } from '../../domain/delivery.js';
import { idText, ignored, longText, momentIn, momentOf, objectIn, refused } from '../loose-values.js';
import { beginSignal, type Happened } from './happened.js';

export function readDirectMessage(happened: Happened): Element {
  const { owner, root, sentAt, settings, value, now } = happened;
  const message = objectIn(value, 'message');
  const sender = idText(objectIn(value, 'sender')['id']);
  if (!Object.hasOwn(value, 'message')) return ignored('a receipt or a button of a direct message');
  if (message['is_echo'] === true || (sender !== undefined && sender === owner)) {
    return ignored('direct message: written by the page itself');
  }
  if (message['is_deleted'] === true) return ignored('direct message: it was taken back');
  if (!settings.read_messages) return ignored('direct message: they are read only with read_messages');
  const id = idText(message['mid']);
  const text = longText(message['text']);
  if (id === undefined) return refused(`${root}.message.mid`, 'must be the id of the message');
  if (text === undefined) return ignored('direct message without words');
  const signal = beginSignal(happened, 'mention', id);
  signal.occurredAt = momentIn(value['timestamp'], now) ?? momentOf(sentAt, now);
  signal.text = text;
  if (sender !== undefined) signal.customer = { id: sender };
  return { kind: 'signal', signal };
}
