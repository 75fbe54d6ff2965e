import { notAllowedNote } from '../../../cards/not-allowed-note.js';
import type { SlackEvent, Whisper } from '../receive/asked.js';
import { placeToPost } from '../place-to-post.js';
import type { HandlerDeps } from './handler-deps.js';

type Mention = Extract<SlackEvent, { type: 'app_mention' }>;

/** "@Earshot alerts mine": the way to a command inside a thread, where Slack takes no slash commands. */
export async function onMention(deps: HandlerDeps, mention: Mention): Promise<void> {
  const { userId, channel, thread } = mention;
  const to: Whisper = { userId, place: { channel, ...(thread !== undefined && { thread }) } };
  const person = await deps.people.who(userId);
  if (person.kind === 'barred') {
    if (person.standing !== 'bot') await deps.tell(to, notAllowedNote(person.standing));
    return;
  }
  const team = deps.teamOf(channel);
  const note = await deps.conversation.command({
    actor: person.staff,
    line: commandLine(mention.text),
    ...(team !== undefined && { team }),
    ...placeToPost(channel),
  });
  await deps.tell(to, note);
}

/** Slack makes links of the addresses and numbers that people type: https://docs.slack.dev/messaging/formatting-message-text */
const LINKED = /<([^<>|]*)(?:\|([^<>]*))?>/gu;

/** What was said without the mentions, as a command: "<@U1> alerts mine" is "/cx-alerts mine", nothing at all asks for help. */
export function commandLine(text: string): string {
  const said = text
    .replace(/<[@#!][^>]*>/gu, ' ')
    .replace(LINKED, (_, target: string, label?: string) => label ?? target.replace(/^(?:mailto|tel):/u, ''))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .trim()
    .replace(/^\/?(?:cx-)?/iu, '');
  return said === '' ? '/cx-help' : `/cx-${said}`;
}
