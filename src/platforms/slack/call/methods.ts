/**
 * Every Web API method that we call, how it takes its arguments (methods that only read take no JSON:
 * https://docs.slack.dev/apis/web-api) and the bot scopes it asks for, below https://docs.slack.dev/reference/methods.
 */
export const METHODS = {
  'auth.test': { body: 'form', scopes: [] },
  'chat.postMessage': { body: 'json', scopes: ['chat:write'] },
  'chat.update': { body: 'json', scopes: ['chat:write'] },
  'chat.postEphemeral': { body: 'json', scopes: ['chat:write'] },
  'conversations.open': { body: 'json', scopes: ['im:write'] },
  'conversations.list': { body: 'form', scopes: ['channels:read', 'groups:read'] },
  'conversations.info': { body: 'form', scopes: ['channels:read', 'groups:read'] },
  'conversations.history': { body: 'form', scopes: ['channels:history', 'groups:history', 'im:history'] },
  'conversations.replies': { body: 'form', scopes: ['channels:history', 'groups:history', 'im:history'] },
  'users.list': { body: 'form', scopes: ['users:read', 'users:read.email'] },
  'users.info': { body: 'form', scopes: ['users:read', 'users:read.email'] },
  'views.publish': { body: 'json', scopes: [] },
  'views.open': { body: 'json', scopes: [] },
  'views.update': { body: 'json', scopes: [] },
} as const satisfies Readonly<
  Record<string, { readonly body: 'json' | 'form'; readonly scopes: readonly string[] }>
>;

export type SlackMethod = keyof typeof METHODS;
