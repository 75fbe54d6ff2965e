/** A posted message as posting remembers it: "<conversation id>|<activity id>". */

export interface TeamsReference {
  /** Of a channel's thread: `19:…@thread.tacv2;messageid=<root>`. */
  readonly conversation: string;
  /** Empty where Teams did not name it: such a message cannot be edited. */
  readonly activity: string;
}

export function referenceText({ conversation, activity }: TeamsReference): string {
  return `${conversation}|${activity}`;
}

export function readReference(text: string): TeamsReference | undefined {
  const [conversation, activity, ...rest] = text.split('|');
  if (conversation === undefined || conversation === '' || activity === undefined) return undefined;
  return rest.length === 0 ? { conversation, activity } : undefined;
}

const THREAD = ';messageid=';

/** The channel in which a thread is; a conversation without threads is itself. */
export function withoutThread(conversation: string): string {
  return conversation.split(THREAD, 1)[0] ?? conversation;
}

/** The activity that a thread began with. */
export function rootOf(conversation: string): string | undefined {
  const at = conversation.indexOf(THREAD);
  return at < 0 ? undefined : conversation.slice(at + THREAD.length) || undefined;
}

/** The thread under an activity of a channel. */
export function threadOf(channel: string, root: string): string {
  return rootOf(channel) === undefined ? `${channel}${THREAD}${root}` : channel;
}
