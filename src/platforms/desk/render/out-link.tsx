/** A link that leaves the desk: http and https only, anything else stays words. */
export function OutLink({ text, url }: { text: string; url: string }) {
  if (!isWeb(url)) return <>{text}</>;
  return (
    <a class="out" href={url} rel="noopener noreferrer" target="_blank">
      {text}
      <span class="out-mark" aria-hidden="true">
        {' ↗'}
      </span>
    </a>
  );
}

function isWeb(url: string): boolean {
  return URL.canParse(url) && ['http:', 'https:'].includes(new URL(url).protocol);
}
