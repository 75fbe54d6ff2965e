/** A posted message as posting remembers it: "<channel id>/<ts>". */
import { isSlackId, isTs } from './shapes.js';

export interface SlackReference {
  readonly channel: string;
  readonly ts: string;
}

export function referenceText({ channel, ts }: SlackReference): string {
  return `${channel}/${ts}`;
}

export function readReference(text: string): SlackReference | undefined {
  const [channel, ts, ...rest] = text.split('/');
  return isSlackId(channel) && isTs(ts) && rest.length === 0 ? { channel, ts } : undefined;
}
