import { createHash, timingSafeEqual } from 'node:crypto';

/** Whether a text is one of `secrets`, in a time that tells neither how much of it was right nor how long a secret is. */
export function createSecretCheck(secrets: readonly string[]): (given: string) => boolean {
  const known = secrets.filter((secret) => secret !== '').map(digestOf);
  return (given) => {
    const digest = digestOf(given);
    return known.some((each) => timingSafeEqual(each, digest));
  };
}

function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
