/** Reads what somebody chose in the menu beside a message: https://docs.slack.dev/reference/interaction-payloads/shortcuts-interaction-payload */
import { isTelling } from '../../../cards/actions.js';
import { plainText } from '../../../domain/plain-text.js';
import { type JsonRecord, recordAt, textAt } from '../../wire/record.js';
import { isSlackId, isToken, isTs } from '../shapes.js';
import type { Shortcut } from './asked.js';
import { type IsSlackUrl, placeOf, responseUrlOf } from './read-interaction.js';
import { wordsOfMarkup } from './words-of-markup.js';

/** As much of a message as a form takes: https://docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element */
const TEXT_CHARS = 3_000;

/** Undefined for any entry but ours. */
export function readShortcut(body: JsonRecord, isSlackUrl: IsSlackUrl): Shortcut | undefined {
  const userId = recordAt(body, 'user')['id'];
  const channel = recordAt(body, 'channel')['id'];
  const message = recordAt(body, 'message');
  const { ts, thread_ts: thread, user: author } = message;
  const action = textAt(body, 'callback_id');
  const triggerId = body['trigger_id'];
  if (!isTelling(action) || !isSlackId(userId) || !isSlackId(channel)) return undefined;
  if (!isTs(ts) || !isToken(triggerId)) return undefined;
  const link = permalink({ domain: textAt(recordAt(body, 'team'), 'domain'), channel, ts, thread });
  return {
    kind: 'shortcut',
    action,
    userId,
    triggerId,
    place: placeOf(channel, thread),
    message: {
      key: `slack:${channel}:${ts}`,
      text: plainText(wordsOfMarkup(textAt(message, 'text').slice(0, 4 * TEXT_CHARS))).slice(0, TEXT_CHARS),
      ...(link !== undefined && { link }),
    },
    ...(isSlackId(author) && { authorId: author }),
    ...responseUrlOf(body, isSlackUrl),
  };
}

/** As chat.getPermalink would tell, without a call: https://docs.slack.dev/reference/methods/chat.getPermalink */
function permalink({
  domain,
  channel,
  ts,
  thread,
}: {
  readonly domain: string;
  readonly channel: string;
  readonly ts: string;
  readonly thread: unknown;
}): string | undefined {
  if (!/^[a-z0-9](?:[a-z0-9.-]{0,80}[a-z0-9])?$/iu.test(domain)) return undefined;
  const inThread = isTs(thread) && thread !== ts ? `?thread_ts=${thread}&cid=${channel}` : '';
  return `https://${domain.toLowerCase()}.slack.com/archives/${channel}/p${ts.replace('.', '')}${inThread}`;
}
