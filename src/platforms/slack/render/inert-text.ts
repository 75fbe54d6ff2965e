/** Text of customers and senders made harmless where Slack reads markup: https://docs.slack.dev/messaging/formatting-message-text */

/** Look-alikes without a meaning to Slack. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  '*': '\u2217', // asterisk operator
  _: '\u02cd', // modifier letter low macron
  '~': '\u223c', // tilde operator
  '`': '\u02cb', // modifier letter grave accent
};

/** Slack formats only at the edge of a word, so that john_doe@example.com keeps what it is copied for. */
const FORMATTING = /(?<![A-Za-z0-9])[*_~]|[*_~](?![A-Za-z0-9])|`/gu;
const EMOJI_NAME = /:(?=[\p{L}\p{N}_+'.-]{1,100}:)/gu;
const QUOTE_MARK = /^(\s*)>/gmu;
const RATIO = '\u2236';
const SINGLE_QUOTE_MARK = '\u203a';

/** A text without these has nothing that could come alive. */
const MARKUP = /[*_~`:&<>]/u;

/** For mrkdwn with `verbatim: true`: no control sequence, formatting, emoji or quote can come alive. */
export function inertMrkdwn(text: string): string {
  const wellFormed = text.toWellFormed();
  if (!MARKUP.test(wellFormed)) return wellFormed;
  return escapeControl(
    wellFormed
      .replace(FORMATTING, (mark) => LOOK_ALIKES[mark] ?? mark)
      .replace(EMOJI_NAME, RATIO)
      .replace(QUOTE_MARK, `$1${SINGLE_QUOTE_MARK}`),
  );
}

/** For a message's own text, where no `verbatim` keeps addresses from becoming links. */
export function inertMessageText(text: string): string {
  return inertMrkdwn(text.replaceAll('://', ':\u2044\u2044'));
}

/** The three characters that Slack wants escaped, once. */
export function escapeControl(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** As much of `text` as keeps what `render` makes of it within `limit`, with an ellipsis where something is missing. */
export function fitting(text: string, limit: number, render: (text: string) => string): string {
  const whole = render(text);
  if (whole.length <= limit) return whole;
  let most = 0;
  let tooMany = text.length;
  while (tooMany - most > 1) {
    const middle = (most + tooMany) >> 1;
    if (render(cut(text, middle)).length <= limit) most = middle;
    else tooMany = middle;
  }
  return most === 0 ? '' : render(cut(text, most));
}

function cut(text: string, at: number): string {
  return `${text
    .slice(0, at)
    .replace(/[\ud800-\udbff]$/u, '')
    .trimEnd()}…`;
}
