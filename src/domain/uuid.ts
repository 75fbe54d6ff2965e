/** Ids that sort by time (UUID version 7, RFC 9562 section 5.7), so that indexes grow at their end. */

const ID_RANDOM_BYTES = 8;
/** Random bytes are drawn for many ids at once: each draw is a call into the system. */
const DRAW_IDS = 128;

/** Makes ids from the time and random bytes; within one millisecond they count up. */
export function createNewId(now: () => Date, randomBytes: (count: number) => Uint8Array): () => string {
  let lastMs = 0;
  let counter = 0;
  let drawn = '';
  const draw = (): string => {
    if (drawn.length === 0) drawn = hex(randomBytes(ID_RANDOM_BYTES * DRAW_IDS));
    const random = drawn.slice(0, 2 * ID_RANDOM_BYTES);
    drawn = drawn.slice(2 * ID_RANDOM_BYTES);
    return random;
  };
  return () => {
    const ms = Math.max(now().getTime(), lastMs);
    counter = ms === lastMs ? counter + 1 : 0;
    lastMs = counter > 0xfff ? ms + 1 : ms;
    if (counter > 0xfff) counter = 0;
    const time = lastMs.toString(16).padStart(12, '0');
    const random = draw();
    const variant = ((Number.parseInt(random.charAt(0), 16) & 0x3) | 0x8).toString(16);
    return `${time.slice(0, 8)}-${time.slice(8)}-7${counter.toString(16).padStart(3, '0')}-${variant}${random.slice(1, 4)}-${random.slice(4)}`;
  };
}

/** An id that is always the same for the same digest (UUID version 8), so that two writers of one thing agree without asking. */
export function idFromDigest(digestHex: string): string {
  const variant = ((Number.parseInt(digestHex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `${digestHex.slice(0, 8)}-${digestHex.slice(8, 12)}-8${digestHex.slice(13, 16)}-${variant}${digestHex.slice(17, 20)}-${digestHex.slice(20, 32)}`;
}

/** Whether `text` has the form of an id. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(text);
}

function hex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0');
  return text;
}
