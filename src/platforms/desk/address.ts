/** A page's address: which page, which thread stands open in it, which private answer it shows. */

export interface PageAddress {
  readonly path: string;
  /** The alert whose thread is open. */
  readonly open?: number | undefined;
  /** The alert just acted on: it stays in a list that it no longer belongs to, until the reader moves on. */
  readonly kept?: number | undefined;
  /** The private answer shown. */
  readonly answer?: string | undefined;
  /** The position that an older page starts at. */
  readonly before?: string | undefined;
  /** What is searched for. */
  readonly query?: string | undefined;
}

export const HOME = '/alerts';

const PAGES =
  /^\/(?:alerts|mine|heard|customers|sources|delivery|themes|post-mortems(?:\/\d{1,9})?|(?:channels|customers)\/[^/]+)$/u;
const MARK_MAX = 200;

/** The address in `target` (path and query); the desk's home where it is none of its pages, so that no form can lead elsewhere. */
export function readAddress(target: string): PageAddress {
  if (!URL.canParse(target, 'http://desk')) return { path: HOME };
  const url = new URL(target, 'http://desk');
  if (url.host !== 'desk' || !PAGES.test(url.pathname)) return { path: HOME };
  return {
    path: url.pathname,
    open: number(url.searchParams.get('open')),
    kept: number(url.searchParams.get('kept')),
    answer: mark(url.searchParams.get('answer')),
    before: mark(url.searchParams.get('before')),
    query: mark(url.searchParams.get('q')),
  };
}

export function writeAddress(address: PageAddress, anchor?: string): string {
  const query = new URLSearchParams();
  for (const name of ['open', 'kept', 'answer', 'before'] as const) {
    const value = address[name];
    if (value !== undefined) query.set(name, String(value));
  }
  if (address.query !== undefined) query.set('q', address.query);
  const search = query.size > 0 ? `?${query.toString()}` : '';
  return `${address.path}${search}${anchor === undefined ? '' : `#${anchor}`}`;
}

export function customerPath(id: string): string {
  return `/customers/${encodeURIComponent(id)}`;
}

function number(text: string | null): number | undefined {
  return text !== null && /^\d{1,9}$/u.test(text) ? Number(text) : undefined;
}

function mark(text: string | null): string | undefined {
  return text !== null && text !== '' && text.length <= MARK_MAX ? text : undefined;
}
