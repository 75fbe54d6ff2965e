import { ADDRESS_MAX_LENGTH } from './form-limits.js';
import { type Answer, readOptionalText } from './read-answer.js';

/** Https only: what is shown as a link leads out of the card. */
export function readAddress(given: string | undefined): Answer<string | undefined> {
  const read = readOptionalText(given, ADDRESS_MAX_LENGTH);
  if ('fault' in read || read.value === undefined) return read;
  const url = URL.canParse(read.value) ? new URL(read.value) : undefined;
  if (url?.protocol !== 'https:' || url.username !== '' || url.password !== '')
    return { fault: 'A link begins with https://, such as https://tracker.example.com/1234.' };
  return { value: url.href };
}
