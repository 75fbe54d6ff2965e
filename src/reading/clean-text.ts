/** Customer text as the model sees it: the same in training and in use, and free of what only names somebody or something. */
const ADDRESSES = /https?:\/\/\S+|www\.\S+/gu;
const MENTIONS = /@\w+/gu;
const NUMBERS = /\d+/gu;
const APOSTROPHES = /[\u0060\u00b4\u2018\u2019\u02bc\u2032]/gu;
/** "soooo" and "sooo" are one word. */
const DRAWN_OUT = /(.)\1{2,}/gu;
/** Words, and what people write instead of words: emoji, and faces and stresses of punctuation. */
const TOKENS = /[\p{L}\p{M}\p{N}']+|\p{Extended_Pictographic}|[:;=][-o']?[()[\]dp/|\\]|[!?]+|@|\.{2,}/gu;
/** What comes later in a longer text is not read: a complaint says so before its page is full. */
const READ_CHARACTERS = 4_000;

/** The words and signs of `text` in order, lower case. */
export function tokensOf(text: string): readonly string[] {
  return (
    text
      .slice(0, READ_CHARACTERS)
      .normalize('NFKC')
      .toLowerCase()
      .replace(APOSTROPHES, "'")
      .replace(ADDRESSES, ' ')
      .replace(MENTIONS, '@')
      .replace(NUMBERS, '0')
      .replace(DRAWN_OUT, '$1$1')
      .match(TOKENS) ?? []
  );
}
