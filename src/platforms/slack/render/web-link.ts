import { BLOCK_KIT } from '../limits.js';

/** A link that may be shown: of the web, without a name and password in it, and short enough; undefined for any other. */
export function webLink(address: string): { readonly url: string; readonly host: string } | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined;
  if (url.username !== '' || url.password !== '') return undefined;
  // What delimits a link in Slack's markup; none of it may stand in an address unescaped.
  const href = url.href.replaceAll('|', '%7C').replaceAll('<', '%3C').replaceAll('>', '%3E');
  return href.length > BLOCK_KIT.buttonUrlChars ? undefined : { url: href, host: url.host };
}

/** `text` with the host that it leads to, unless it says so already: a label alone could claim to lead anywhere. */
export function linkWords(text: string, host: string): string {
  return text.includes(host) ? text : `${text} (${host})`;
}
