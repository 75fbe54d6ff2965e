/** Recommendations of a page, and the stars of older ones. https://developers.facebook.com/docs/graph-api/webhooks/reference/page/#ratings */
import type { Element } from '../../domain/delivery.js';
import { type Score, USUAL_SCALES } from '../../domain/score.js';
import type { JsonObject } from '../../inbound/read-json.js';
import { idText, ignored, longText, nameText, refused } from '../loose-values.js';
import { readComment } from './comments.js';
import { beginSignal, type Happened, isOwn, isSaid, named } from './happened.js';

export function readRecommendation(happened: Happened): Element {
  const { root, value } = happened;
  const item = nameText(value['item']) ?? 'rating';
  if (item === 'comment') return readComment(happened);
  if (item !== 'rating') return ignored(`${named(item, happened)} on a recommendation: not customer voice`);
  if (!isSaid(happened)) return ignored(`${named('recommendation', happened)}: nothing was said`);
  if (isOwn(happened)) return ignored('recommendation: written by the page itself');
  const id = idText(value['open_graph_story_id']) ?? idText(value['post_id']) ?? idText(value['review_id']);
  const score = readScore(value);
  const text = longText(value['review_text']) ?? longText(value['message']);
  if (id === undefined) return refused(`${root}.open_graph_story_id`, 'must be its id');
  if (score === 'unknown')
    return refused(`${root}.recommendation_type`, 'must be positive or negative, or rating 1 to 5');
  const signal = beginSignal(happened, 'review', id);
  signal.conversationId = id;
  signal.score = score;
  if (text !== undefined) signal.text = text;
  return { kind: 'signal', signal };
}

function readScore({ rating, recommendation_type: given }: JsonObject): Score | 'unknown' {
  const type = nameText(given)?.toLowerCase();
  if (type === 'positive') return { metric: 'thumbs', value: 1, scale: USUAL_SCALES.thumbs };
  if (type === 'negative') return { metric: 'thumbs', value: 0, scale: USUAL_SCALES.thumbs };
  const { min, max } = USUAL_SCALES.stars;
  if (typeof rating !== 'number' || rating < min || rating > max) return 'unknown';
  return { metric: 'stars', value: rating, scale: USUAL_SCALES.stars };
}
