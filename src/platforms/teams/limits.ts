/** The rates of Teams that posting paces itself by, beside the pages that state them, and how we keep its connections. */

export const CONNECTIONS = {
  /** A page of 500 members is some 200 KB. */
  mostAnswerBytes: 4 * 1_048_576,
  /** A new connection costs two more round trips. */
  longestIdleMs: 60_000,
} as const;

/**
 * Operations that a bot may make in one conversation (a channel, a group chat or a chat with one person) in each span of time:
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
 */
export const CONVERSATION_WINDOWS = [
  { seconds: 1, most: 7 },
  { seconds: 2, most: 8 },
  { seconds: 30, most: 60 },
  { seconds: 3_600, most: 1_800 },
] as const;

/** The same page: requests of an app in a tenant. An older copy says 30. */
export const TENANT_WINDOW = { seconds: 1, most: 50 } as const;

/**
 * A bucket of `capacity` that refills `perSecond` lets at most `capacity + seconds * perSecond` through in any span: less than every
 * window above, by enough that calls which reach Teams 0.3 s closer together than they left us are still within it.
 */
export const RATES = {
  /** For the windows of 1, 2 and 30 s: at most 5, 7 and 58. What is left is for answers to people, which wait for no bucket. */
  conversation: { capacity: 4, perSecond: 1.8 },
  /** For the window of an hour: at most 1,752. */
  conversationHour: { capacity: 600, perSecond: 0.32 },
  /** At most 40 a second; the rest is for questions about people and for answers to them. */
  tenant: { capacity: 10, perSecond: 30 },
  /** Where a 429 names no time. */
  retryAfterMs: 5_000,
} as const;
