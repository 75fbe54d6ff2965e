/** Small words of English that are words in no other language told apart here. */
const ENGLISH_ALONE = wordsOf(
  'the and you your this that these those with have having they them their there what which would could should because were from',
  'are it its been being does doing done every again always never only very after before about into out our who how why when',
  'got get just now than then here please thank thanks more some any too much',
  "can't don't didn't doesn't won't isn't wasn't aren't couldn't wouldn't it's i'm i've i'll that's you're they're there's",
);
/** Those that others have too: "was" and "will" are German, "no" and "has" Spanish, "my" and "to" Polish. */
const SHARED = wordsOf(
  'a i my was to for in is of on not me we he she so at but had has will no be an as if or by do can all up us one did',
);
const WORD = /[a-z']+/gu;
const OTHER_LETTER = /(?![a-z])\p{L}/iu;
/** Of all words: how many are small. English has nearly half of them. */
const SMALL_SHARE = 0.36;
const FEWEST_ENGLISH_ALONE = 2;

/** Whether `text` is so plainly English that nobody need weigh its trigrams; false says nothing. */
export function soundsEnglish(text: string): boolean {
  if (OTHER_LETTER.test(text)) return false;
  const words = text.toLowerCase().replace(/[’‘]/gu, "'").match(WORD) ?? [];
  const known = new Set<string>();
  let small = 0;
  for (const word of words) {
    if (ENGLISH_ALONE.has(word)) known.add(word);
    else if (!SHARED.has(word)) continue;
    small += 1;
  }
  return known.size >= FEWEST_ENGLISH_ALONE && small >= SMALL_SHARE * words.length;
}

function wordsOf(...lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.join(' ').split(' '));
}
