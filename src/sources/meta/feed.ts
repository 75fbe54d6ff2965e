/** What happens on a page: only words of other people are customer voice. */
import type { Element } from '../../domain/delivery.js';
import { idText, ignored, longText, nameText, refused } from '../loose-values.js';
import { readComment } from './comments.js';
import { beginSignal, type Happened, isOwn, isSaid, named } from './happened.js';

/** Posts that visitors put on the page. */
const POSTS: readonly unknown[] = ['status', 'post', 'photo', 'video', 'share', 'link'];

export function readFeed(happened: Happened): Element {
  const { root, value } = happened;
  if (value['item'] === 'comment') return readComment(happened);
  const item = nameText(value['item']) ?? 'a change without an item';
  if (!POSTS.includes(item)) return ignored(`${named(item, happened)}: not customer voice`);
  if (!isSaid(happened)) return ignored(`${named(item, happened)}: nothing was said`);
  if (isOwn(happened)) return ignored(`${item}: written by the page itself`);
  const id = idText(value['post_id']);
  const text = longText(value['message']);
  if (id === undefined) return refused(`${root}.post_id`, 'must be the id of the post');
  if (text === undefined) return ignored(`${item} without words`);
  const signal = beginSignal(happened, 'mention', id);
  signal.conversationId = id;
  signal.text = text;
  return { kind: 'signal', signal };
}
