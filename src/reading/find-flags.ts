import type { HeardText } from '../domain/phrase.js';
import type { Flag, FlagWording } from '../domain/reading.js';
import { createFindWordings } from './find-wordings.js';

/** Up to two words that follow in the same breath: "cancelling" alone does not say when. */
const WHAT_FOLLOWS = /^(?:[ ][\p{L}\p{N}'’-]{1,20}){0,2}/u;

/** "refund is a" says no more than "refund". */
const LEFT_HANGING = /(?: [\p{L}'’]{1,3})+$/u;

/** The flags of a text, each once, in the order of `wordings`. */
export function createFindFlags(wordings: readonly FlagWording[]): (text: HeardText) => readonly Flag[] {
  const find = createFindWordings(wordings);
  return (text) => {
    const found = find(text);
    const first = found.filter(
      ({ wording }, index) => found.findIndex((each) => each.wording.flag === wording.flag) === index,
    );
    return first.map(({ wording, said }) => ({ name: wording.flag, said, quote: quoteOf(said, text) }));
  };
}

function quoteOf(said: string, { text }: HeardText): string {
  const line = text.replace(/\s+/gu, ' ');
  const at = line.indexOf(said);
  if (at === -1) return said;
  const [following = ''] = WHAT_FOLLOWS.exec(line.slice(at + said.length)) ?? [];
  return said + following.replace(LEFT_HANGING, '');
}
