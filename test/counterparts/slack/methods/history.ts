import { missingField, refuse, type Answer } from '../answer.js';
import { numberArg, textArg, yesArg, type Call, type Method } from '../call.js';
import type { Page, Range } from '../channel-log.js';
import { scopeRefusal, seenConversation } from '../conversation.js';
import { cursorFor, placeOfCursor } from '../cursor.js';
import type { SlackMessage } from '../message.js';
import type { SlackChannel } from '../workspace.js';
import type { World } from '../world.js';

const reads = { scopes: [], token: 'bot', json: false } as const;
const USUAL_LIMIT = 100;
const MOST_AT_ONCE = 999;

export const HISTORY_METHODS: Readonly<Record<string, Method>> = {
  'conversations.history': { ...reads, run: history },
  'conversations.replies': { ...reads, run: replies },
};

// https://docs.slack.dev/reference/methods/conversations.history
function history(world: World, call: Call): Answer {
  const asked = readable(world, call);
  if ('refused' in asked) return asked.refused;
  const { channel, range, place } = asked;
  const page = world.logs
    .of(channel.id)
    .history(place === undefined ? range : { ...range, latest: place, inclusive: false });
  return pageAnswer(call, page, page.messages, { pin_count: 0 });
}

// https://docs.slack.dev/reference/methods/conversations.replies
function replies(world: World, call: Call): Answer {
  const ts = textArg(call, 'ts');
  if (ts === undefined) return missingField('ts');
  const asked = readable(world, call);
  if ('refused' in asked) return asked.refused;
  const { channel, range, place } = asked;
  const log = world.logs.of(channel.id);
  const root = log.find(ts);
  if (!root) return refuse('thread_not_found');
  const page = log.replies(ts, place === undefined ? range : { ...range, oldest: place, inclusive: false });
  return pageAnswer(call, page, place === undefined ? [root, ...page.messages] : page.messages, {});
}

function readable(
  world: World,
  call: Call,
):
  | { readonly channel: SlackChannel; readonly range: Range; readonly place?: string }
  | { readonly refused: Answer } {
  if (textArg(call, 'channel') === undefined) return { refused: missingField('channel') };
  const seen = seenConversation(world, call);
  if ('refused' in seen) return seen;
  const refused = scopeRefusal(call, seen.channel.kind, 'history');
  if (refused) return { refused };
  if (!world.workspace.botIsIn(seen.channel)) return { refused: refuse('not_in_channel') };
  const cursor = textArg(call, 'cursor') ?? '';
  const place = cursor === '' ? undefined : placeOfCursor(cursor);
  if (cursor !== '' && place === undefined) return { refused: refuse('invalid_cursor') };
  const oldest = textArg(call, 'oldest');
  const latest = textArg(call, 'latest');
  if (oldest !== undefined && !isTs(oldest)) return { refused: refuse('invalid_ts_oldest') };
  if (latest !== undefined && !isTs(latest)) return { refused: refuse('invalid_ts_latest') };
  return {
    channel: seen.channel,
    range: {
      ...(oldest !== undefined && { oldest }),
      ...(latest !== undefined && { latest }),
      inclusive: yesArg(call, 'inclusive'),
      limit: Math.max(1, Math.min(MOST_AT_ONCE, numberArg(call, 'limit', USUAL_LIMIT))),
    },
    ...(place !== undefined && { place }),
  };
}

function isTs(value: string): boolean {
  return /^\d+(?:\.\d+)?$/u.test(value);
}

function pageAnswer(
  call: Call,
  page: Page,
  messages: readonly SlackMessage[],
  extra: Readonly<Record<string, unknown>>,
): Answer {
  const last = page.messages.at(-1);
  const withMetadata = yesArg(call, 'include_all_metadata');
  return {
    ok: true,
    messages: withMetadata ? messages : messages.map((message) => ({ ...message, metadata: undefined })),
    has_more: page.hasMore,
    ...extra,
    ...(page.hasMore && last && { response_metadata: { next_cursor: cursorFor(last.ts) } }),
  };
}
