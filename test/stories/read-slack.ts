/** What people see in a channel of the counterpart, reduced to what stories speak of. */
import type { SlackMessage } from '../counterparts/slack/message.js';
import type { SlackCounterpart } from '../counterparts/slack/slack-counterpart.js';

/** As the counterpart keeps them, without the hash. */
export const RED = 'a30200';
export const AMBER = 'daa038';
export const GREEN = '2eb886';

export interface ShownCard {
  readonly ts: string;
  /** "*High · CX-1* · Maria Lopez gave 1 of 5" */
  readonly title: string;
  readonly colour: string | undefined;
  /** Every word on it, for looking something up. */
  readonly all: string;
  /** The lines of its thread, oldest first. */
  readonly thread: readonly string[];
}

/** The cards of a channel, oldest first. */
export function cardsIn(slack: Pick<SlackCounterpart, 'messages'>, channel: string): readonly ShownCard[] {
  const messages = slack.messages({ channel });
  return messages
    .filter((message) => message.bot_id !== undefined && isRoot(message))
    .map((message) => ({
      ts: message.ts,
      title: titleOf(message),
      colour: message.attachments?.[0]?.color,
      all: JSON.stringify([message.blocks, message.attachments]),
      thread: messages
        .filter((each) => each.thread_ts === message.ts && !isRoot(each))
        .map((each) => each.text),
    }));
}

function isRoot({ ts, thread_ts: thread }: SlackMessage): boolean {
  return thread === undefined || thread === ts;
}

function titleOf({ blocks }: SlackMessage): string {
  const text = blocks?.[0]?.['text'] as { readonly text?: string } | undefined;
  return text?.text ?? '';
}
