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

/** Where people find it: https://docs.slack.dev/reference/methods/chat.getPermalink */
export function messageLink(text: string, workspaceUrl: string | undefined): string | undefined {
  const reference = readReference(text);
  if (!reference || workspaceUrl === undefined) return undefined;
  return new URL(`archives/${reference.channel}/p${reference.ts.replace('.', '')}`, workspaceUrl).href;
}
