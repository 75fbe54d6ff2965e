/** A voice that a newcomer can change before sending it; without an id of the customer, so that each one gets a card of its own. */
const A_VOICE = JSON.stringify({
  kind: 'survey',
  metric: 'csat',
  score: 1,
  text: 'Nobody called me back about my refund.',
  channel: 'phone',
  customer: { name: 'Robin' },
});

export interface CurlLine {
  /** Of the webhook: http://127.0.0.1:3000/hooks/voice. */
  readonly address: string;
  /** The file with the secret; it never stands in the line itself. */
  readonly secretFile: string;
  /** Where sign.js is, as seen from where the line is pasted. */
  readonly script: string;
}

/** One line for sh, bash or zsh that signs a voice when it is pasted, not when it was printed, and sends it. */
export function curlLine({ address, secretFile, script }: CurlLine): string {
  return `node ${quoted(script)} ${quoted(secretFile)} ${quoted(A_VOICE)} | curl -sS -K - ${quoted(address)}`;
}

function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/u.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
