/** What every door that is attacked says of itself, and what a sender may get wrong around any body. */
import type { Chance } from './seeded.js';
import type { RawRequest } from './send-bytes.js';

export type Header = readonly [string, string];

export interface Content {
  readonly body: Buffer;
  readonly type: string;
}

export interface HostileRequest extends RawRequest {
  readonly door: string;
  readonly at: 'public' | 'desk';
  readonly signed: boolean;
  /** Open to everybody: it may be answered kindly though nobody signed it. */
  readonly isOpen: boolean;
}

export interface Door {
  readonly name: string;
  readonly at: HostileRequest['at'];
  /** Absent where nothing is signed there. */
  readonly signed?: (chance: Chance) => RawRequest;
  readonly unsigned: (chance: Chance) => RawRequest;
  readonly isOpen?: boolean;
}

/** Everything around the body that a sender may get wrong. What makes a signature invalid is left out where it is to be right. */
export function dressed(
  chance: Chance,
  given: {
    readonly content: Content;
    readonly headers: readonly Header[];
    readonly target: string;
    readonly method?: string;
  },
): RawRequest {
  const { content, target, method: usual = 'POST' } = given;
  const type = chance.happens(0.05)
    ? chance.pick([
        'text/plain',
        'multipart/form-data; boundary=x',
        `${content.type}; charset=utf-16`,
        'x'.repeat(4_000),
        '',
      ])
    : content.type;
  const headers: Header[] = [['content-type', type], ...given.headers];
  if (chance.happens(0.03)) headers.push(['content-encoding', chance.pick(['gzip', 'br', 'identity, gzip'])]);
  if (chance.happens(0.03)) headers.push(['content-type', 'text/html']);
  if (chance.happens(0.02)) headers.push(['x-filler', 'y'.repeat(chance.between(1_000, 40_000))]);
  if (chance.happens(0.02)) headers.push(['expect', '100-continue']);
  if (chance.happens(0.02)) headers.push([chance.pick(['accept', 'accept-language', 'range']), odd(chance)]);
  if (chance.happens(0.01)) headers.push(['transfer-encoding', 'chunked']);
  if (chance.happens(0.01))
    headers.push(['content-length', chance.pick(['-1', '1e3', '99999999999', '0x10'])]);
  const method = chance.happens(0.03)
    ? chance.pick(['GET', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'HEAD', 'POST'])
    : usual;
  const cut = content.body.length > 1 && chance.happens(0.03);
  return {
    method,
    target,
    headers,
    body: content.body,
    ...(cut && { missing: chance.between(1, content.body.length) }),
  };
}

function odd(chance: Chance): string {
  return chance.pick([
    '',
    '*',
    ',,,;q=',
    'bytes=0-',
    'bytes=-1,5-2',
    'text/html;q=nan',
    '\u00ff'.repeat(300),
  ]);
}

export function withHeaders(headers: Readonly<Record<string, string>>): readonly Header[] {
  return Object.entries(headers).filter(([name]) => name !== 'content-type');
}

/** A secret that nobody has. */
export function forged(bytes: number): string {
  return Buffer.alloc(bytes, 7).toString('base64');
}
