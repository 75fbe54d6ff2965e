import { refuse, type Answer } from './answer.js';
import type { Method } from './call.js';
import { missingScope } from './conversation.js';
import type { KnownToken, Workspace } from './workspace.js';

/** https://docs.slack.dev/reference/methods/auth.test, under Errors */
const REFUSED_STATES = {
  revoked: 'token_revoked',
  expired: 'token_expired',
  inactive: 'account_inactive',
} as const;

/** Whether the bearer of `token` may call `method`, in the order in which Slack asks. */
export function authorise(
  workspace: Workspace,
  method: Method,
  token: string | undefined,
): { readonly token: KnownToken } | { readonly refused: Answer } {
  if (token === undefined || token === '') return { refused: refuse('not_authed') };
  const known = workspace.tokens.get(token);
  if (!known) return { refused: refuse('invalid_auth') };
  if (known.state !== 'valid') return { refused: refuse(REFUSED_STATES[known.state]) };
  if (method.token !== 'any' && method.token !== known.kind) {
    return { refused: refuse('not_allowed_token_type') };
  }
  const needed = method.scopes.find((scope) => !known.scopes.includes(scope));
  return needed === undefined ? { token: known } : { refused: missingScope(known.scopes, needed) };
}
