/** Longer is no page for people; the size of the card counts too. */
const LONGEST_URL = 2_000;

/** A link that may be shown: of the web, without a name and password in it, and short enough; undefined for any other. */
export function webLink(address: string): { readonly url: string; readonly host: string } | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined;
  if (url.username !== '' || url.password !== '') return undefined;
  // What would end a link in markdown or XML.
  const href = url.href.replace(
    /[()<>"'\\[\]{}|^`*]/gu,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return href.length > LONGEST_URL ? undefined : { url: href, host: url.host };
}

/** `text` with the host that it leads to, unless it says so already: a label alone could claim to lead anywhere. */
export function linkWords(text: string, host: string): string {
  return text.includes(host) ? text : `${text} (${host})`;
}
