/** Where the customer spoke, as it stands in a headline. Channels are the senders' words: what is not known here is named as it came. */
import { known } from './known.js';

interface Words {
  /** After a score: "gave 2 of 5 after a call". */
  readonly after: string;
  /** After a deed: "reported a problem by phone". */
  readonly by: string;
}

const CALL: Words = { after: 'after a call', by: 'by phone' };
const MAIL: Words = { after: 'after an e-mail exchange', by: 'by e-mail' };
const CHAT: Words = { after: 'after a chat', by: 'in a chat' };
const SITE: Words = { after: 'on the website', by: 'on the website' };
const APP: Words = { after: 'in the app', by: 'in the app' };

const CONVERSATIONS: ReadonlyMap<string, Words> = new Map([
  ['phone', CALL],
  ['call', CALL],
  ['voice', CALL],
  ['email', MAIL],
  ['e-mail', MAIL],
  ['mail', MAIL],
  ['chat', CHAT],
  ['live chat', CHAT],
  ['messaging', CHAT],
  ['web', SITE],
  ['website', SITE],
  ['app', APP],
  ['in-app', APP],
  ['in app', APP],
]);

const PUBLIC_PLACES: ReadonlyMap<string, string> = new Map([
  ['app store', 'the App Store'],
  ['google play', 'Google Play'],
  ['play store', 'Google Play'],
  ['twitter', 'X'],
  ['x', 'X'],
  ['trustpilot', 'Trustpilot'],
  ['reddit', 'Reddit'],
  ['facebook', 'Facebook'],
  ['instagram', 'Instagram'],
  ['linkedin', 'LinkedIn'],
  ['google', 'Google'],
]);

/** "after a call", "on the App Store", "via WhatsApp". */
export function afterWhat(channel: string | undefined): string | undefined {
  return words(channel, 'after', 'via');
}

/** "by phone", "on the App Store", "via WhatsApp". */
export function byWhat(channel: string | undefined): string | undefined {
  return words(channel, 'by', 'via');
}

/** "on the App Store", "on Mastodon", "by phone". */
export function onWhat(channel: string | undefined): string | undefined {
  return words(channel, 'by', 'on');
}

function words(channel: string | undefined, as: keyof Words, unknown: 'via' | 'on'): string | undefined {
  const given = known(channel, 40);
  if (given === undefined) return undefined;
  const folded = given.toLowerCase().replaceAll('_', ' ');
  const place = PUBLIC_PLACES.get(folded);
  return CONVERSATIONS.get(folded)?.[as] ?? (place === undefined ? `${unknown} ${given}` : `on ${place}`);
}
