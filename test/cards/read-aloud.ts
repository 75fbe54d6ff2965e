/** Cards and notes as somebody would read them out: times in UTC, people by name, a called person with @. */
import type { ActionId } from '../../src/cards/actions.js';
import { ACTION_NAMES } from '../../src/cards/actions.js';
import type { Card } from '../../src/cards/card.js';
import type { Note } from '../../src/cards/note.js';
import type { Inline, Line } from '../../src/cards/text.js';

export function aloud(line: Line | undefined): string {
  return (line ?? []).map(piece).join('');
}

function piece(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
    case 'strong':
      return inline.text;
    case 'person':
      return `${inline.mention ? '@' : ''}${inline.staff.name}`;
    case 'link':
      return `${inline.text} <${inline.url}>`;
    case 'time':
      return inline.as === 'relative' ? `~${clock(inline.at)}` : clock(inline.at);
  }
}

function clock(at: Date): string {
  return at.toISOString().slice(11, 16);
}

export function cardAloud(card: Card): string {
  return [
    `${card.label} · ${card.name} · ${card.headline}`,
    ...(card.quote === undefined ? [] : [`“${card.quote}”`]),
    ...card.facts.map(({ label, value }) => `${label}: ${aloud(value)}`),
    ...card.notes.map(aloud),
    buttons(card.buttons),
    ...(card.more.length > 0 ? [`More: ${buttons(card.more)}`] : []),
    ...(card.link ? [`${card.link.text} <${card.link.url}>`] : []),
    card.fallback,
  ].join('\n');
}

export function noteAloud(note: Note): string {
  return [
    ...note.lines.map(aloud),
    ...(note.items ?? []).map((item) => `${aloud(item.line)} ${buttons(item.buttons)}`),
    ...(note.buttons ?? []).map(({ action, alert }) => `${buttons([action])} ${alert}`),
  ].join('\n');
}

function buttons(actions: readonly ActionId[]): string {
  return actions.map((action) => `[${ACTION_NAMES[action]}]`).join(' ');
}
