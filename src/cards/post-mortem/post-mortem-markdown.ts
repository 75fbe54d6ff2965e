/** A post-mortem as a Markdown file, to be shown and kept elsewhere. */
import { alertName } from '../../domain/alert.js';
import { dayAt, wallClock } from '../../domain/zoned-time.js';
import { dayWords } from '../day-words.js';
import type { Inline, Line } from '../text.js';
import { zoneWords } from '../zone-words.js';
import { inertMarkdownLine, inertMarkdownLines } from './inert-markdown.js';
import type { DocumentSection, PostMortemDocument, Timeline, Voice } from './post-mortem-document.js';
import { itemLine } from './post-mortem-lines.js';
import { POST_MORTEM_STATE_NAMES } from './section-names.js';

/** `timeZone`: IANA name, in which times are written. */
export function postMortemMarkdown(paper: PostMortemDocument, timeZone: string): string {
  const said = (line: Line): string => lineMarkdown(line, timeZone);
  const parts = [
    `# ${paper.name}: ${inertMarkdownLine(paper.subject)}`,
    `${POST_MORTEM_STATE_NAMES[paper.state]}. Times are those of ${inertMarkdownLine(zoneWords(timeZone))}.`,
    list(paper.facts.map(({ label, value }) => `**${label}:** ${said(value)}`)),
    ...titled(
      'In short',
      paper.written ? [...paper.written.lines.map(said), `*${said(paper.written.by)}*`].join('\n\n') : '',
    ),
    ...paper.sections.flatMap(sectionMarkdown),
    ...titled('What will be changed', list(paper.items.map((item) => said(itemLine(item))))),
    ...titled('What was said', paper.voices.map((voice) => voiceMarkdown(voice, timeZone)).join('\n\n')),
    ...titled('What happened', paper.timelines.map((each) => timelineMarkdown(each, timeZone)).join('\n\n')),
    ...titled('Alike and open now', list(paper.alike.open.map(({ line }) => said(line)))),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function titled(heading: string, body: string): readonly string[] {
  return body === '' ? [] : [`## ${heading}`, body];
}

function list(entries: readonly string[]): string {
  return entries.map((entry) => `- ${entry}`).join('\n');
}

function sectionMarkdown({ heading, text }: DocumentSection): readonly string[] {
  return titled(heading, text.trim() === '' ? '' : inertMarkdownLines(text, { lists: true }));
}

function voiceMarkdown({ who, at, alert, text }: Voice, timeZone: string): string {
  const when = `${inertMarkdownLine(who)}, ${moment(at, timeZone)} (${alertName(alert)}):`;
  return `${when}\n\n${inertMarkdownLines(text, { prefix: '> ' })}`;
}

function timelineMarkdown({ line, entries }: Timeline, timeZone: string): string {
  const rows = entries.map(
    ({ at, after, line: told }) =>
      `${moment(at, timeZone)}${after === '' ? '' : ` (${after})`}: ${lineMarkdown(told, timeZone)}`,
  );
  return `### ${lineMarkdown(line, timeZone)}\n\n${list(rows)}`;
}

function lineMarkdown(line: Line, timeZone: string): string {
  // Words first, escapes then: what two pieces make together must not come alive either.
  const pieces: string[] = [];
  let words = '';
  const flush = (): void => {
    if (words !== '') pieces.push(spaced(words));
    words = '';
  };
  for (const piece of line) {
    if (piece.kind !== 'link') words += spoken(piece, timeZone);
    else {
      flush();
      pieces.push(linkMarkdown(piece.text, piece.url));
    }
  }
  flush();
  return pieces.join('');
}

/** Keeps the spaces at both ends, which stand between it and its neighbours. */
function spaced(words: string): string {
  const [lead = ''] = /^\s*/u.exec(words) ?? [];
  const [tail = ''] = /\s*$/u.exec(words) ?? [];
  return `${lead === '' ? '' : ' '}${inertMarkdownLine(words)}${tail === '' ? '' : ' '}`;
}

function spoken(piece: Exclude<Inline, { readonly kind: 'link' }>, timeZone: string): string {
  switch (piece.kind) {
    case 'text':
    case 'strong':
      return piece.text;
    case 'person':
      return piece.staff.name;
    case 'time':
      return piece.as === 'day' ? dayWords(dayAt(piece.at, timeZone)) : moment(piece.at, timeZone);
  }
}

/** Only http and https come here as links; what an address could close its brackets with is not in it. */
function linkMarkdown(text: string, url: string): string {
  const href = URL.canParse(url) ? new URL(url).href.replace(/[<>()\s\\]/gu, encodeURIComponent) : undefined;
  return href === undefined ? inertMarkdownLine(text) : `[${inertMarkdownLine(text)}](<${href}>)`;
}

/** "20 November 2026, 09:04". */
function moment(at: Date, timeZone: string): string {
  const { hour, minute } = wallClock(at, timeZone);
  const two = (figure: number): string => String(figure).padStart(2, '0');
  return `${dayWords(dayAt(at, timeZone))}, ${two(hour)}:${two(minute)}`;
}
