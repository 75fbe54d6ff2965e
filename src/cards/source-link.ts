/** The way back to where the customer spoke. The address came with the webhook, so its host is shown beside any name. */
import type { SignalView } from '../domain/alert-view.js';
import type { Card } from './card.js';
import { known } from './known.js';
import { capital } from './sentence.js';

/** Slack takes 3,000 characters of a link: https://docs.slack.dev/reference/block-kit. Anything near it is no page for people. */
const LONGEST_URL = 2_000;

/** "Zendesk 8841 (acme.zendesk.com)"; nothing where the address is none, hides behind a name and password, or is not of the web. */
export function sourceLink(lead: SignalView): Card['link'] {
  if (lead.url === undefined || !URL.canParse(lead.url)) return undefined;
  const url = new URL(lead.url);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined;
  if (url.username !== '' || url.password !== '' || url.href.length > LONGEST_URL) return undefined;
  const named = lead.reporter === undefined ? known(lead.source, 40) : 'Where it was said';
  const source = capital(named ?? 'Source');
  const entry = lastNumber(url);
  return { text: `${source}${entry ? ` ${entry}` : ''} (${known(url.host, 80) ?? 'link'})`, url: url.href };
}

/** The number that ends the path, as tickets have it. */
function lastNumber(url: URL): string | undefined {
  return /\/(\d{1,12})\/?$/u.exec(url.pathname)?.[1];
}
