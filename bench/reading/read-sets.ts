/** The labelled texts that the model is trained on and measured with. They are read from a folder beside the repository and never kept in it. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** How a text reads. `not-negative`: neutral or positive, the set does not say which. */
export type Label = 'negative' | 'neutral' | 'positive' | 'not-negative';

export interface LabelledText {
  readonly text: string;
  readonly label: Label;
  readonly set: string;
  /** Never trained on. */
  readonly heldOut: boolean;
}

interface TextSet {
  readonly file: string;
  readonly name: string;
  /** Where it comes from, and on which terms. */
  readonly origin: string;
}

export const SETS: readonly TextSet[] = [
  {
    file: 'xci_complaints_en.jsonl',
    name: 'X-CI complaints',
    origin:
      'github.com/appy1608/ACL2023 (MIT), tweets to companies, complaint or not by people; of Preotiuc-Pietro et al., ACL 2019',
  },
  {
    file: 'vader_tweets_en.jsonl',
    name: 'VADER tweets',
    origin: 'github.com/cjhutto/vaderSentiment (MIT), the mean of some 20 raters, cut at -0.5 and 0.5',
  },
  {
    file: 'vader_amazon_en.jsonl',
    name: 'VADER Amazon sentences',
    origin: 'github.com/cjhutto/vaderSentiment (MIT), the mean of some 20 raters, cut at -0.5 and 0.5',
  },
  {
    file: 'umsab_en.jsonl',
    name: 'UMSAB English',
    origin: 'github.com/cardiffnlp/xlm-t (Apache-2.0), tweets with three labels; of SemEval 2017 task 4',
  },
];

/** One text in so many is held out. */
const HELD_OUT_ONE_IN = 10;

interface Row {
  readonly text: string;
  readonly label: 'negative' | 'neutral' | 'positive' | null;
  readonly complaint?: boolean;
}

/** Every text of the sets in `folder`, in the order of its files. Throws where a file is missing. */
export function readSets(folder: string): readonly LabelledText[] {
  return SETS.flatMap(({ file, name }) =>
    readFileSync(path.join(folder, file), 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => labelled(JSON.parse(line) as Row, name)),
  );
}

function labelled({ text: written, label, complaint }: Row, set: string): LabelledText {
  const text = asWritten(written);
  return {
    text,
    label: label ?? (complaint ? 'negative' : 'not-negative'),
    set,
    heldOut: isHeldOut(text),
  };
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** The sets carry marks of the files that they went through: "I\u2019m" spelt out, "&amp;", doubled quotation marks. */
function asWritten(text: string): string {
  return text
    .replace(/\\u([0-9a-f]{4})/giu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/&(amp|lt|gt|quot);/gu, (whole, name: string) => ENTITIES[name] ?? whole)
    .replace(/\\?"{2,}/gu, '"')
    .trim();
}

/** By the words alone, so that the same text in two sets is on one side. */
function isHeldOut(text: string): boolean {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  let hash = 0x811c9dc5;
  for (const character of words.join(' ')) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return ((hash ^ (hash >>> 16)) >>> 0) % HELD_OUT_ONE_IN === 0;
}
