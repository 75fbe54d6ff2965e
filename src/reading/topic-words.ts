/** The words of a text that can say what it is about: those that every text has are left out. */
import { foldText } from '../domain/fold-text.js';

const WORD = /[\p{L}\p{M}]+(?:'[\p{L}\p{M}]+)?/gu;
const ADDRESS = /\S*(?:@|:\/\/|www\.)\S*/gu;
const SHORTEST = 3;
const LONGEST = 30;
/** A complaint says what it is about before its page is full. */
const READ_CHARACTERS = 2_000;

/** Words of seven languages that stand in texts about anything, and what complaints of every kind are made of. */
const SMALL = new Set(
  [
    'the and you your this that these those with have having has had they them their there what which would could should because were from are its',
    'been being does doing done did again every always never only very after before about into out our who how why when got get just now than then',
    'here please thank thanks more some any too much was for not but all can will one two three still even back ever also over under while until',
    "can't don't didn't doesn't won't isn't wasn't aren't couldn't wouldn't haven't hasn't it's i'm i've i'll that's you're they're there's",
    'her his him she hers mine yours ours himself myself themselves anyone someone nobody nothing something everything anything everyone',
    'say says said tell told ask asked make made take took taken give gave given want wanted need needed know knew think thought come came gone',
    'going went look looked use used try tried keep kept let put seem seems feel felt see saw seen find found call called calls work works worked working',
    'day days week weeks month months year years hour hours minute minutes time times today yesterday tomorrow morning evening night ago long',
    'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december',
    'customer customers client clients company companies people person man woman thing things way lot bit kind sort number first second third last next',
    'really actually simply already maybe since however though although instead without another other others same such own most least less few many',
    'new old good bad great nice worst worse better best big small right wrong sure able own real whole different',
    'yes okay hello dear regards sincerely sorry hope happy unhappy angry disappointed disappointing terrible awful horrible ridiculous unacceptable',
    'problem problems issue issues trouble complaint complaints service experience situation reason matter case',
    'der die das und ist nicht ich sie wir ihr ein eine einen einem einer mit auf für von dem den des auch aber oder noch nur schon sehr seit wie war',
    'haben habe hat hatte sind wird wurde kann mein meine ihre ihren mir mich uns bei nach aus zum zur über kein keine keinen immer wieder mehr als wenn',
    'les des une est pas vous nous que qui pour avec dans sur mais plus très mon mes ses son cette ces aux été avoir fait être sont tout tous rien encore',
    'los las una por con para que del pero más muy nos sus mis este esta esto fue ser han hay como todo nada cuando desde sin sobre también porque',
    'gli che non per una con del della sono stato stata più anche come mio mia questo questa nel nella dal alla ancora sempre tutto niente molto perché',
    'não uma com por para que dos das mais muito meu minha seu sua este esta isso foi ser tem são como tudo nada quando desde sem também porque',
    'het een van dat niet met voor zijn maar ook nog wel geen mijn onze jullie deze dit was heeft hebben werd worden door naar bij als heel zeer altijd weer',
  ]
    .join(' ')
    .split(' '),
);

/** As it was written (folded), and as it is counted: "vouchers" and "voucher" are one. */
export interface TopicWord {
  readonly written: string;
  readonly key: string;
}

/** In their order; undefined stands where a word of no topic was, so that words on both sides of it make no pair. */
export function topicWords(text: string): readonly (TopicWord | undefined)[] {
  const words = foldText(text.slice(0, READ_CHARACTERS).replace(ADDRESS, ' . ')).match(WORD) ?? [];
  return words.map((written) => {
    if (written.length < SHORTEST || written.length > LONGEST || SMALL.has(written)) return undefined;
    return { written, key: keyOf(written) };
  });
}

/** Of one word, or of a pair with a space between. */
export function topicKey(words: string): string {
  return words.split(' ').map(keyOf).join(' ');
}

/** All that `text` may be found by: words and pairs of neighbours. */
export function topicKeys(text: string): ReadonlySet<string> {
  const keys = new Set<string>();
  let before: TopicWord | undefined;
  for (const word of topicWords(text)) {
    if (word) keys.add(word.key);
    if (word && before) keys.add(`${before.key} ${word.key}`);
    before = word;
  }
  return keys;
}

function keyOf(word: string): string {
  return word.length > 4 && /[^s]s$/u.test(word) ? word.slice(0, -1) : word;
}
