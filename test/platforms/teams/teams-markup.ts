/**
 * Reads what was rendered as Teams' clients do, as far as something could come alive in it: markdown, mentions, links, entities,
 * times, emoji names and hidden characters. Stricter than Teams where it is not clear.
 */
type Json = Readonly<Record<string, unknown>>;

/** Where markdown is read: https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format */
const MARKDOWN = new Set(['TextBlock', 'message']);
const FUNCTIONS = /\{\{\s*(?:DATE|TIME)[^}]*\}?\}?/giu;
const HIDDEN =
  /(?![\t\n])\p{Cc}|[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]|[\u{e0000}-\u{e007f}]|\p{Surrogate}/gu;

/** Everything alive in any text of `rendered`, in order. */
export function alive(rendered: unknown): readonly string[] {
  if (Array.isArray(rendered)) return (rendered as readonly unknown[]).flatMap(alive);
  if (typeof rendered === 'string') return hidden(rendered);
  if (!isRecord(rendered)) return [];
  const type = typeof rendered['type'] === 'string' ? rendered['type'] : 'message';
  return Object.entries(rendered).flatMap(([name, value]) => {
    if (typeof value !== 'string') return alive(value);
    return [...hidden(value), ...aliveIn(type, name, value, rendered)];
  });
}

function aliveIn(type: string, name: string, value: string, whole: Json): readonly string[] {
  if (name === 'fallbackText' || name === 'summary') return aliveInMarkdown(value);
  if (name === 'label') return functions(value);
  if (name !== 'text') return [];
  if (type === 'TextRun') return [...mentions(value), ...functions(value)];
  if (!MARKDOWN.has(type)) return [];
  if (whole['textFormat'] !== 'xml') return aliveInMarkdown(value);
  const tags = [...value.matchAll(/<\/?([^>]*)>/gu)].map(([tag]) => tag).filter((tag) => tag !== '<br/>');
  const bare = [...value.matchAll(/&(?!amp;|lt;|gt;)/gu)].map(() => 'bare &');
  const words = value
    .replace(/<at>[^<]*<\/at>|<\/?b>/gu, '')
    .replace(/<br\/>/gu, '\n')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
  return [...tags, ...bare, ...aliveInMarkdown(words)];
}

export function aliveInMarkdown(text: string): readonly string[] {
  const links = [...text.matchAll(/\[[^\]]*\]\([^)\s]*\)/gu)].map(([link]) => link);
  const linked = text.replace(/\[[^\]]*\]\([^)\s]*\)/gu, ' ');
  const words = linked.replace(FUNCTIONS, ' ');
  return [
    ...links,
    ...mentions(words),
    ...functions(linked),
    ...found(words, /\*\*.+?\*\*/gu, 'formatted'),
    ...found(words.replace(/\*\*.+?\*\*/gu, ' '), /[*~`\\]/gu, 'mark'),
    ...found(words, /(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/gu, 'mark'),
    ...found(words, /\]\(|\]:|\]\[/gu, 'link'),
    ...found(words, /<[A-Za-z/!?@][^>]*/gu, 'tag'),
    ...found(words, /&#?\w+;/gu, 'entity'),
    ...found(words, /(?:https?|ftp|slack):\/\/|\bwww\./giu, 'address'),
    ...found(words, /:[\p{L}\p{N}_+'.-]+:/gu, 'emoji'),
    ...found(words, /^\s*(?:#{1,6}|>|[-+]|\d{1,9}[.)])(?=\s|$)/gmu, 'block'),
    ...found(words, /^\s*(?:[-=_]\s*){3,}$/gmu, 'rule'),
    ...found(words, /\n[ \t]+\S/gu, 'indent'),
  ];
}

function found(words: string, pattern: RegExp, name: string): readonly string[] {
  return [...words.matchAll(pattern)].map(() => name);
}

function mentions(words: string): readonly string[] {
  return [...words.matchAll(/<\s*\/?\s*at\b[^>]*>?/giu)].map(([markup]) => `mention ${markup}`);
}

function functions(words: string): readonly string[] {
  return [...words.matchAll(FUNCTIONS)].map(([call]) => call);
}

function hidden(words: string): readonly string[] {
  return [...words.matchAll(HIDDEN)].map(([mark]) => `hidden ${mark.codePointAt(0)?.toString(16) ?? ''}`);
}

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null;
}
