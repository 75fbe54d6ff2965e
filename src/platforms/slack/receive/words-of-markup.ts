/** The words of a message in Slack's markup, as its readers see them: https://docs.slack.dev/messaging/formatting-message-text */
export function wordsOfMarkup(text: string): string {
  return text
    .replace(/<([^<>]*)>/gu, (_, inner: string) => shown(inner))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

/** `@U1|kim`, `#C1|support`, `!here`, `https://acme.example|our page`. */
function shown(inner: string): string {
  const [target = '', label] = inner.split('|', 2);
  if (target.startsWith('@')) return label === undefined ? '@somebody' : `@${label}`;
  if (target.startsWith('#')) return label === undefined ? '#channel' : `#${label}`;
  if (target.startsWith('!')) return label ?? `@${target.slice(1).split('^', 1)[0] ?? ''}`;
  const address = target.replace(/^(?:mailto|tel):/u, '');
  return label === undefined || label === target || label === address ? address : `${label} (${target})`;
}
