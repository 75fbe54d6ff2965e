/** A line as a message's own text, and as the plain words that notifications say. */
import type { Inline, Line } from '../../../cards/text.js';
import { cutText, inertMarkdown, inertXml } from './inert-text.js';
import { type Called, NOBODY } from './mentions.js';
import { settled, timeInWords } from './teams-time.js';
import { textWords } from './text-words.js';
import { linkWords, webLink } from './web-link.js';

interface Told {
  /** Characters. */
  readonly limit: number;
  readonly now?: Date;
  /** IANA name; without it times are said in UTC. */
  readonly timeZone?: string;
}

/** For an activity with `textFormat: 'xml'`: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages */
export function xmlText(
  line: Line,
  { called = NOBODY, ...told }: Told & { readonly called?: Called },
): string {
  return eachPart(line, told, (part, words) => {
    if (part.kind === 'person' && part.mention) return called.get(part.staff.id)?.text ?? inertXml(words);
    if (part.kind === 'time') return words;
    const inert = inertXml(words);
    return part.kind === 'strong' && inert !== '' ? `<b>${inert}</b>` : inert;
  });
}

/** Without any markup; still inert, because some clients read markdown into it. */
export function spokenText(line: Line, told: Told): string {
  return eachPart(line, told, (part, words) => (part.kind === 'time' ? words : inertMarkdown(words)))
    .replace(/\s+/gu, ' ')
    .trim();
}

function eachPart(
  line: Line,
  { limit, now, timeZone }: Told,
  render: (part: Inline, words: string) => string,
): string {
  let text = '';
  let room = limit;
  for (const part of settled(line, now)) {
    if (room <= 0) break;
    const words = cutText(wordsOf(part, timeZone), room);
    text += render(part, words);
    room -= words.length;
  }
  return text;
}

function wordsOf(part: Inline, timeZone: string | undefined): string {
  switch (part.kind) {
    case 'text':
    case 'strong':
      return textWords(part);
    case 'time':
      return timeInWords(part, timeZone);
    case 'person':
      return part.staff.name;
    case 'link': {
      const link = webLink(part.url);
      return link ? linkWords(part.text, link.host) : part.text;
    }
  }
}
