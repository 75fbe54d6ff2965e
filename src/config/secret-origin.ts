import type { Settings } from './settings.js';

/** Where the secrets come from that webhooks are checked with, for the log: two processes that disagree refuse each other's senders. */
export function secretOrigin({ ownSecret }: Pick<Settings, 'ownSecret'>): string {
  if (!ownSecret) return 'Webhook secrets are those that the configuration names';
  return ownSecret.isNew
    ? 'No source is configured: a webhook secret was made and is kept in the data directory'
    : 'No source is configured: the webhook secret is the one kept in the data directory';
}
