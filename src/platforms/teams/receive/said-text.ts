/** What was typed, without what Teams wraps around it: mention markup, entities of HTML, odd spaces. */
import { isRecord, type JsonRecord, recordAt, recordsAt, textAt } from '../../wire/record.js';

/** A line of ours is never this long. */
const LONGEST = 1_000;
/** More is not looked through. */
const LONGEST_RAW = 20_000;

const NAMED: Readonly<Record<string, string>> = {
  nbsp: ' ',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  amp: '&',
};

export function saidText(activity: JsonRecord): string {
  const text = textAt(activity, 'text').slice(0, LONGEST_RAW);
  return text
    .replace(/<at\b[^<>]*>[^<]*<\/at>/giu, ' ')
    .replace(/<\/?[a-z][^<>]*>/giu, ' ')
    .replace(/&(nbsp|lt|gt|quot|apos|amp|#39);/giu, (whole, name: string) =>
      name === '#39' ? "'" : (NAMED[name.toLowerCase()] ?? whole),
    )
    .replace(/[\s\u00a0\u200b-\u200d\u2060\ufeff]+/gu, ' ')
    .trim()
    .slice(0, LONGEST);
}

/** Whether somebody spoke to the bot: with the right to read all of a channel, others' words come too. */
export function mentions(activity: JsonRecord, botId: string): boolean {
  return recordsAt(activity, 'entities').some(
    (entity) =>
      entity['type'] === 'mention' &&
      isRecord(entity['mentioned']) &&
      textAt(recordAt(entity, 'mentioned'), 'id') === botId,
  );
}
