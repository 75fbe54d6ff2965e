/**
 * Which connectors we call: an address that came with a valid token is Microsoft's word; any other only where it is known as
 * Microsoft's. A request that names another must not make us send our token there.
 */

/** https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages, and the government clouds. */
const KNOWN_HOSTS = [
  'smba.trafficmanager.net',
  'smba.infra.gcc.teams.microsoft.com',
  'smba.infra.gov.teams.microsoft.us',
  'smba.infra.dod.teams.microsoft.us',
];
const KNOWN_DOMAIN = '.botframework.com';
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/u;
const LONGEST = 500;

/** `vouched`: it stands in a valid token. `loopback`: for local tools and our own tests. */
export function isServiceAddress(
  text: string,
  trust: { readonly vouched: boolean; readonly loopback: boolean },
): boolean {
  if (text.length > LONGEST || !URL.canParse(text)) return false;
  const url = new URL(text);
  if (url.username !== '' || url.password !== '' || url.hash !== '' || url.search !== '') return false;
  if (LOOPBACK.test(url.hostname)) return trust.loopback;
  if (url.protocol !== 'https:') return false;
  return trust.vouched || KNOWN_HOSTS.includes(url.hostname) || url.hostname.endsWith(KNOWN_DOMAIN);
}
