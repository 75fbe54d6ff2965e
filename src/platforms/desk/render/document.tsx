/** The outermost of every page: head, styles, script. No word of it is inline, so that the content policy can forbid all inline code. */
import type { Child } from 'hono/jsx';
import type { HtmlEscapedString } from 'hono/utils/html';

/** In the order they apply. */
const STYLES = [
  'tokens',
  'base',
  'frame',
  'stream',
  'card',
  'chart',
  'ask',
  'thread',
  'pages',
  'people',
  'paper',
  'themes',
  'narrow',
] as const;

export function Document({
  title,
  refresh,
  children,
}: {
  title: string;
  refresh?: boolean;
  children: Child;
}) {
  return (
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        {refresh === true && <meta http-equiv="refresh" content="0" />}
        <title>{title}</title>
        <link rel="icon" href="/assets/favicon.svg" type="image/svg+xml" />
        {STYLES.map((name) => (
          <link rel="stylesheet" href={`/assets/${name}.css`} />
        ))}
        <script type="module" src="/browser/desk.js"></script>
      </head>
      {children}
    </html>
  );
}

/** What a component makes. */
export type Drawn = HtmlEscapedString | Promise<HtmlEscapedString>;

/** A page as sent. */
export async function toHtml(page: Drawn): Promise<string> {
  return `<!doctype html>${(await page).toString()}`;
}
