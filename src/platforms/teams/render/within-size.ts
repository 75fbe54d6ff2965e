/**
 * Teams takes some 100 KB in UTF-16, Workflows webhooks 28 KB: under that every way is safe.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-messages#message-size
 */
const MESSAGE_BYTES = 28 * 1_024;
/** Addresses and ids that the message is wrapped in when it goes out. */
const ENVELOPE_BYTES = 2 * 1_024;
export const CONTENT_BYTES = MESSAGE_BYTES - ENVELOPE_BYTES;
/**
 * A form that asks for long texts holds them whole, or somebody's words would be lost when it is sent back. It is only ever a bot's
 * answer, for which 80 KB are safe: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages
 */
export const FORM_BYTES = 80 * 1_024 - ENVELOPE_BYTES;

/** How much of each text is kept, tried one after the other. */
const SHARES = [1, 0.5, 0.25, 0.1, 0.03];

/** What `render` makes with the largest share of its texts that fits. */
export function withinSize<Rendered>(
  render: (share: number) => Rendered,
  mostBytes: number = CONTENT_BYTES,
): Rendered {
  const [whole = 1, ...smaller] = SHARES;
  let rendered = render(whole);
  for (const share of smaller) {
    if (sizeBytes(rendered) <= mostBytes) break;
    rendered = render(share);
  }
  return rendered;
}

/** As it goes over the wire. */
export function sizeBytes(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value), 'utf8');
}
