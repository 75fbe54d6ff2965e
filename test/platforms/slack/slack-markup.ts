/**
 * Reads what was rendered as Slack's clients do, as far as something could come alive in it: control sequences, formatting, emoji
 * and quotes in marked-up text; mentions, links and broadcasts as elements of rich text.
 */
import { isRecord } from '../../../src/platforms/wire/record.js';

const ALIVE_ELEMENTS = new Set(['user', 'usergroup', 'channel', 'broadcast', 'link', 'emoji', 'team']);

/** Everything alive in any text of `rendered`, in order. */
export function alive(rendered: unknown): readonly string[] {
  if (Array.isArray(rendered)) return (rendered as readonly unknown[]).flatMap(alive);
  if (!isRecord(rendered)) return [];
  const { type, text } = rendered;
  const inside = Object.entries(rendered)
    .filter(([name]) => name !== 'text' || typeof text !== 'string')
    .flatMap(([, value]) => alive(value));
  if (type === 'mrkdwn' || type === undefined) {
    const marked = typeof text === 'string' ? aliveInMarkup(text) : [];
    // Without `verbatim` Slack turns addresses and #names into links by itself.
    const linked = typeof text === 'string' && rendered['verbatim'] !== true ? autolinked(text) : [];
    return [...marked, ...linked, ...inside];
  }
  if (typeof type === 'string' && ALIVE_ELEMENTS.has(type)) return [`rich ${type}`, ...inside];
  if (type === 'plain_text' && rendered['emoji'] !== false) return ['emoji: on', ...inside];
  return inside;
}

function autolinked(text: string): readonly string[] {
  return [...text.matchAll(/https?:\/\/\S+/gu)].map(([link]) => `auto ${link}`);
}

/** https://docs.slack.dev/messaging/formatting-message-text; stricter than Slack where it is not clear. */
function aliveInMarkup(text: string): readonly string[] {
  const sequences = [...text.matchAll(/<[^<>]*>?/gu)].map(([sequence]) => sequence);
  const words = text.replaceAll(/<[^<>]*>/gu, ' ');
  return [
    ...sequences,
    ...[...words.matchAll(/`[^`]+`/gu)].map(([code]) => `code ${code}`),
    ...['*', '_', '~'].flatMap((mark) => formatted(words, mark)),
    ...[...words.matchAll(/:[\p{L}\p{N}_+'.-]+:/gu)].map(([emoji]) => `emoji ${emoji}`),
    ...[...words.matchAll(/^\s*(?:>|&gt;)/gmu)].map(() => 'quote'),
    ...[...words.matchAll(/&(?!amp;|lt;|gt;)/gu)].map(() => 'bare &'),
  ];
}

/** A pair of marks in one line, the first at the start of a word and the second at the end of one. */
function formatted(words: string, mark: string): readonly string[] {
  const found: string[] = [];
  for (let from = words.indexOf(mark); from !== -1; from = words.indexOf(mark, from + 1)) {
    const opens = !/[A-Za-z0-9]/u.test(words.charAt(from - 1)) && /\S/u.test(words.charAt(from + 1));
    const end = opens ? closing(words, mark, from) : undefined;
    if (end !== undefined) found.push(`formatted ${words.slice(from, end + 1)}`);
  }
  return found;
}

function closing(words: string, mark: string, from: number): number | undefined {
  const lineEnd = words.indexOf('\n', from);
  const last = lineEnd === -1 ? words.length : lineEnd;
  for (let to = words.indexOf(mark, from + 2); to !== -1 && to < last; to = words.indexOf(mark, to + 1)) {
    if (!/[A-Za-z0-9]/u.test(words.charAt(to + 1)) && /\S/u.test(words.charAt(to - 1))) return to;
  }
  return undefined;
}
