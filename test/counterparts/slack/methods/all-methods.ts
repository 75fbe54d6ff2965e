import type { Method } from '../call.js';
import { APP_METHODS } from './app-methods.js';
import { CHAT_METHODS } from './chat.js';
import { CONVERSATION_METHODS } from './conversations.js';
import { HISTORY_METHODS } from './history.js';
import { PEOPLE_METHODS } from './people.js';
import { VIEW_METHODS } from './view-methods.js';

/** Every method that the counterpart answers; Slack says unknown_method to any other. */
export const ALL_METHODS: ReadonlyMap<string, Method> = new Map(
  Object.entries({
    ...APP_METHODS,
    ...CHAT_METHODS,
    ...CONVERSATION_METHODS,
    ...HISTORY_METHODS,
    ...PEOPLE_METHODS,
    ...VIEW_METHODS,
  }),
);
