/** https://docs.slack.dev/authentication/verifying-requests-from-slack names no hosts; these are Slack's and its US government's. */
const SLACK_DOMAINS = ['.slack.com', '.slack-gov.com'];

/**
 * Which addresses private answers may be sent to. What names them is signed by Slack, and still nothing is sent elsewhere.
 * The API's own origin counts too, for whoever sets SLACK_API_URL.
 */
export function createIsSlackUrl(apiUrl: URL): (url: URL) => boolean {
  return (url) =>
    url.origin === apiUrl.origin ||
    (url.protocol === 'https:' && SLACK_DOMAINS.some((domain) => url.hostname.endsWith(domain)));
}
