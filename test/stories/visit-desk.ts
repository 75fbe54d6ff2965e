/** The desk as a browser without script sees it: opened once by the printed address, then read page by page. */
import type { Product } from './product.js';

export interface DeskVisit {
  /** The words of a page, without its markup. */
  readonly read: (path: string) => Promise<string>;
  /** Presses a button, and reads the page that it leads to. */
  readonly press: (path: string, back: string) => Promise<string>;
  /** Sends a form, and reads the page that it leads to. */
  readonly send: (
    path: string,
    fields: Readonly<Record<string, string>> & { readonly back: string },
  ) => Promise<{ readonly words: string; readonly html: string }>;
}

export async function visitDesk({ openingAddress, deskAddress }: Product): Promise<DeskVisit> {
  const opened = await fetch(openingAddress, { redirect: 'manual' });
  const cookie = opened.headers.getSetCookie()[0]?.split(';', 1)[0];
  if (cookie === undefined) throw new Error(`The desk did not open: ${opened.status}`);
  const html = async (path: string): Promise<string> => {
    const page = await fetch(`${deskAddress}${path}`, { headers: { cookie } });
    if (page.status !== 200) throw new Error(`The desk answered ${page.status} for ${path}`);
    return page.text();
  };
  const read = async (path: string): Promise<string> => wordsOf(await html(path));
  const send: DeskVisit['send'] = async (path, fields) => {
    const { status, headers } = await fetch(`${deskAddress}${path}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie, origin: deskAddress },
      body: new URLSearchParams(fields),
    });
    if (status !== 303) throw new Error(`The desk answered ${status} for ${path}`);
    const page = await html(headers.get('location') ?? fields.back);
    return { words: wordsOf(page), html: page };
  };
  return { read, send, press: async (path, back) => (await send(path, { back })).words };
}

function wordsOf(html: string): string {
  return html
    .replace(/<[^>]*>/gu, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replace(/\s+/gu, ' ');
}
