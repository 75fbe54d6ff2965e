/** A line as Slack's markup: for fields, which take no rich text, and for the text that notifications and screen readers say. */
import type { Inline, Line } from '../../../cards/text.js';
import { escapeControl, fitting, inertMessageText, inertMrkdwn } from './inert-text.js';
import type { Mentions } from './mentions.js';
import { dateFormat, timeFallback, unixSeconds } from './slack-time.js';
import { linkWords, webLink } from './web-link.js';

interface Style {
  readonly limit: number;
  readonly mentions: Mentions;
}

/** For a text object of type mrkdwn with `verbatim: true`. */
export function mrkdwnLine(line: Line, style: Style): string {
  return within(line, style, (part, room) => mrkdwnPart(part, room, style.mentions));
}

/** For a message's own text: no bold and no links, for it is read out. */
export function messageText(line: Line, style: Style): string {
  const unmarked = line.map((part) =>
    part.kind === 'strong' ? { kind: 'text' as const, text: part.text } : part,
  );
  return within(unmarked, style, (part, room) => {
    switch (part.kind) {
      case 'text':
      case 'strong':
        return fitting(part.text, room, inertMessageText);
      case 'link':
        return fitting(spokenLink(part), room, inertMessageText);
      case 'time':
      case 'person':
        return mrkdwnPart(part, room, style.mentions);
    }
  });
}

function mrkdwnPart(part: Inline, room: number, mentions: Mentions): string {
  switch (part.kind) {
    case 'text':
      return fitting(part.text, room, inertMrkdwn);
    case 'strong':
      // Bold ends with the line.
      return fitting(part.text.trim().replace(/\s+/gu, ' '), room, (text) =>
        text === '' ? '' : `*${inertMrkdwn(text)}*`,
      );
    case 'time':
      return whole(
        `<!date^${unixSeconds(part.at)}^${dateFormat(part)}|${escapeControl(timeFallback(part))}>`,
        room,
      );
    case 'person': {
      const userId = part.mention ? mentions(part.staff.id) : undefined;
      if (userId !== undefined) return whole(`<@${userId}>`, room);
      return fitting(part.staff.name, room, inertMrkdwn);
    }
    case 'link': {
      const link = webLink(part.url);
      if (!link) return fitting(part.text, room, inertMrkdwn);
      const words = inertMrkdwn(linkWords(part.text, link.host).replaceAll('|', '¦'));
      return whole(`<${escapeControl(link.url)}|${words}>`, room);
    }
  }
}

function spokenLink(part: Extract<Inline, { kind: 'link' }>): string {
  const link = webLink(part.url);
  return link ? linkWords(part.text, link.host) : part.text;
}

/** A control sequence must not be cut: it goes whole or not at all. */
function whole(sequence: string, room: number): string {
  return sequence.length <= room ? sequence : '';
}

function within(
  line: Line,
  { limit, mentions }: Style,
  render: (part: Inline, room: number) => string,
): string {
  let text = '';
  for (const part of joined(line, mentions)) {
    if (text.length >= limit) break;
    text += render(part, limit - text.length);
  }
  return text;
}

/** Words that stand side by side are looked at together: an emoji's name may begin in one and end in the next. */
function joined(line: Line, mentions: Mentions): Line {
  const parts: Inline[] = [];
  for (const each of line) {
    const isName = each.kind === 'person' && !(each.mention && mentions(each.staff.id) !== undefined);
    const part: Inline = isName ? { kind: 'text', text: each.staff.name } : each;
    const last = parts.at(-1);
    if (part.kind === 'text' && last?.kind === 'text')
      parts[parts.length - 1] = { kind: 'text', text: last.text + part.text };
    else parts.push(part);
  }
  return parts;
}
