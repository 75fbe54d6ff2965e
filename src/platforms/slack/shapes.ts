/** The forms that Slack's ids have. Whatever has not got them is not looked up, stored or sent back. */
const SLACK_ID = /^[A-Z0-9]{2,32}$/u;
const TS = /^\d{1,12}\.\d{1,9}$/u;
/** Trigger ids and hashes: Slack does not say how long they are. */
const TOKEN = /^[\w.-]{1,255}$/u;

/** A team, channel, user or view id. */
export function isSlackId(value: unknown): value is string {
  return typeof value === 'string' && SLACK_ID.test(value);
}

/** A message's id within its channel, which is a time as well. */
export function isTs(value: unknown): value is string {
  return typeof value === 'string' && TS.test(value);
}

export function isToken(value: unknown): value is string {
  return typeof value === 'string' && TOKEN.test(value);
}
