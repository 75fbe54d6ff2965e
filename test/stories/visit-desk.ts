/** The desk as a browser without script sees it: opened once by the printed address, then read page by page. */
import type { Product } from './product.js';

export interface DeskVisit {
  /** The words of a page, without its markup. */
  readonly read: (path: string) => Promise<string>;
  /** Presses a button, and reads the page that it leads to. */
  readonly press: (path: string, back: string) => Promise<string>;
}

export async function visitDesk({ openingAddress, deskAddress }: Product): Promise<DeskVisit> {
  const opened = await fetch(openingAddress, { redirect: 'manual' });
  const cookie = opened.headers.getSetCookie()[0]?.split(';', 1)[0];
  if (cookie === undefined) throw new Error(`The desk did not open: ${opened.status}`);
  const read = async (path: string): Promise<string> => {
    const page = await fetch(`${deskAddress}${path}`, { headers: { cookie } });
    if (page.status !== 200) throw new Error(`The desk answered ${page.status} for ${path}`);
    return wordsOf(await page.text());
  };
  return {
    read,
    async press(path, back) {
      const { status, headers } = await fetch(`${deskAddress}${path}`, {
        method: 'POST',
        redirect: 'manual',
        headers: { cookie, origin: deskAddress },
        body: new URLSearchParams({ back }),
      });
      if (status !== 303) throw new Error(`The desk answered ${status} for ${path}`);
      return read(headers.get('location') ?? back);
    },
  };
}

function wordsOf(html: string): string {
  return html
    .replace(/<[^>]*>/gu, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replace(/\s+/gu, ' ');
}
