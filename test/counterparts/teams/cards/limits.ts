/** What a card may be that passes everywhere: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages (28 KB is the least of the figures). */
export const CARD_BYTES = 28 * 1024;
/** The same page: within 80 KB a bot's message arrives for sure. */
export const ANSWER_BYTES = 80 * 1024;

/** https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-reference#adaptive-card */
export const NEWEST_VERSION = [1, 5] as const;

/** https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-actions: more go into an overflow menu, or are marked secondary. */
export const PRIMARY_ACTIONS = 6;

/** https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/user-specific-views */
export const REFRESH_USERS = 60;
