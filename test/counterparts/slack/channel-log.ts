import type { SlackMessage } from './message.js';

export interface Page {
  readonly messages: readonly SlackMessage[];
  readonly hasMore: boolean;
}

export interface Range {
  readonly oldest?: string;
  readonly latest?: string;
  readonly inclusive: boolean;
  readonly limit: number;
}

/** The messages of one conversation in the order of their ts. */
export interface ChannelLog {
  /** A ts that this conversation has not seen, and later than all it has. */
  readonly nextTs: () => string;
  /** Keeps the message, and gives it as JSON, which a benchmark's many messages are kept as until somebody asks. */
  readonly add: (message: SlackMessage) => string;
  readonly find: (ts: string) => SlackMessage | undefined;
  readonly replace: (message: SlackMessage) => void;
  readonly remove: (ts: string) => void;
  /** Roots and broadcast replies, newest first. */
  readonly history: (range: Range) => Page;
  /** The replies to `ts`, oldest first, without the root. */
  readonly replies: (ts: string, range: Range) => Page;
  /** Everything, oldest first. */
  readonly all: () => readonly SlackMessage[];
}

export function createChannelLog(options: {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** How many messages are kept; the oldest are forgotten. All where absent. */
  readonly keep?: number;
}): ChannelLog {
  const { now, keep = Number.POSITIVE_INFINITY } = options;
  let order: string[] = [];
  const byTs = new Map<string, SlackMessage | string>();
  let lastMicros = 0;

  const find = (ts: string): SlackMessage | undefined => {
    const kept = byTs.get(ts);
    if (typeof kept !== 'string') return kept;
    const message = JSON.parse(kept) as SlackMessage;
    byTs.set(ts, message);
    return message;
  };
  const add = (message: SlackMessage): string => {
    const isLast = order.length === 0 || message.ts > (order.at(-1) ?? '');
    if (isLast) order.push(message.ts);
    else order.splice(placeOf(order, message.ts), 0, message.ts);
    const json = JSON.stringify(message);
    byTs.set(message.ts, json);
    countReply(message);
    if (order.length > keep * 2) {
      for (const ts of order.slice(0, -keep)) byTs.delete(ts);
      order = order.slice(-keep);
    }
    return json;
  };
  const countReply = (reply: SlackMessage): void => {
    const root = reply.thread_ts === undefined ? undefined : find(reply.thread_ts);
    if (!root || root.ts === reply.ts) return;
    const users = new Set(root.reply_users).add(reply.user);
    byTs.set(root.ts, {
      ...root,
      thread_ts: root.ts,
      reply_count: (root.reply_count ?? 0) + 1,
      reply_users: [...users],
      reply_users_count: users.size,
      latest_reply: reply.ts,
    });
  };
  const nextTs = (): string => {
    lastMicros = Math.max(lastMicros + 1, Math.floor(now() * 1000));
    const seconds = Math.floor(lastMicros / 1_000_000);
    return `${seconds}.${String(lastMicros % 1_000_000).padStart(6, '0')}`;
  };
  const all = (): SlackMessage[] => order.flatMap((ts) => find(ts) ?? []);

  return {
    nextTs,
    add,
    all,
    find,
    replace: (message) => void byTs.set(message.ts, message),
    remove: (ts) => {
      byTs.delete(ts);
      order = order.filter((each) => each !== ts);
    },
    history: (range) => {
      const roots = all().filter((each) => isInHistory(each) && isWithin(each.ts, range));
      return {
        messages: roots.slice(-range.limit).reverse(),
        hasMore: roots.length > range.limit,
      };
    },
    replies: (ts, range) => {
      const replies = all().filter(
        (each) => each.thread_ts === ts && each.ts !== ts && isWithin(each.ts, range),
      );
      return { messages: replies.slice(0, range.limit), hasMore: replies.length > range.limit };
    },
  };
}

function isInHistory(message: SlackMessage): boolean {
  return (
    message.thread_ts === undefined ||
    message.thread_ts === message.ts ||
    message.subtype === 'thread_broadcast'
  );
}

/** Slack's ts are compared as text: all have ten digits, a dot and six digits. */
function isWithin(ts: string, { oldest, latest, inclusive }: Range): boolean {
  if (oldest !== undefined && (inclusive ? ts < oldest : ts <= oldest)) return false;
  if (latest !== undefined && (inclusive ? ts > latest : ts >= latest)) return false;
  return true;
}

function placeOf(order: readonly string[], ts: string): number {
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((order[middle] ?? '') < ts) low = middle + 1;
    else high = middle;
  }
  return low;
}
