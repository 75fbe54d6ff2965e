/** Comments on what a page or account posted, and mentions of it elsewhere. */
import type { Element } from '../../domain/delivery.js';
import { idText, ignored, longText, objectIn, refused } from '../loose-values.js';
import { beginSignal, type Happened, isOwn, isSaid, named } from './happened.js';

/** An edited comment keeps its id: it belongs to the same matter, and so do the answers below it. */
export function readComment(happened: Happened): Element {
  const { root, value } = happened;
  if (!isSaid(happened)) return ignored(`${named('comment', happened)}: nothing was said`);
  if (isOwn(happened)) return ignored('comment: written by the page itself');
  const id = idText(value['comment_id']) ?? idText(value['id']);
  const text = longText(value['message']) ?? longText(value['text']);
  if (id === undefined) return refused(`${root}.comment_id`, 'must be the id of the comment');
  if (text === undefined) return ignored('comment without words');
  const signal = beginSignal(happened, 'mention', id);
  signal.conversationId = threadOf(happened, id);
  signal.text = text;
  return { kind: 'signal', signal };
}

/** The comment that an answer stands below; a comment of the post itself is its own thread. */
function threadOf({ value }: Happened, id: string): string {
  const parent = idText(value['parent_id']);
  const post = idText(value['post_id']) ?? idText(objectIn(value, 'media')['id']);
  return parent === undefined || parent === post ? id : parent;
}

/** Often without words, sender or time: what a mention says is to be read where it stands. */
export function readMention(happened: Happened): Element {
  const { platform, root, value } = happened;
  if (!isSaid(happened)) return ignored(`${named('mention', happened)}: nothing was said`);
  if (isOwn(happened)) return ignored('mention: written by the page itself');
  const id = idText(value['comment_id']) ?? idText(value['post_id']) ?? idText(value['media_id']);
  if (id === undefined) return refused(`${root}.post_id`, 'must be the id of the post or comment');
  const text = longText(value['message']) ?? longText(value['text']);
  const where = value['comment_id'] === undefined ? 'a post' : 'a comment';
  const signal = beginSignal(happened, 'mention', id);
  signal.happening = `Mentioned in ${where} on ${platform}`;
  if (text !== undefined) signal.text = text;
  return { kind: 'signal', signal };
}
