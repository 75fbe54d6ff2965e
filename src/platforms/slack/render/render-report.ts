/** Figures that somebody shared, or a post-mortem, as a message of a channel: nobody is called by it. */
import type { types } from '@slack/bolt';
import type { Report } from '../../../cards/report.js';
import { line, strong } from '../../../cards/text.js';
import { MESSAGE } from '../limits.js';
import { actionsBlock } from './buttons.js';
import { NO_MENTIONS } from './mentions.js';
import { messageText } from './mrkdwn-line.js';
import type { Message } from './render-card.js';
import { richLines, richText } from './rich-text.js';

/** Together under the characters of a message's blocks. */
const LINE_CHARS = 400;
const MOST_LINES = 25;

export function renderReport(report: Report): Message {
  const lines = [line(strong(report.title)), ...report.lines].slice(0, MOST_LINES);
  const words = richText(richLines(lines, { limit: LINE_CHARS, mentions: NO_MENTIONS }));
  const row = buttonRow(report);
  return {
    text: reportText(report),
    blocks: [...(words ? [words] : []), ...(row ? [row] : [])],
    attachments: [],
  };
}

/** All for the one alert that a post-mortem goes by. */
function buttonRow({ buttons = [], title }: Report): types.ActionsBlock | undefined {
  const [first] = buttons;
  return (
    first && actionsBlock({ alert: first.alert, about: title, buttons: buttons.map(({ action }) => action) })
  );
}

/** The notification, and all there is where Slack does not take the message as it was. */
export function reportText({ fallback }: Report): string {
  return messageText(line(fallback), { limit: MESSAGE.textChars, mentions: NO_MENTIONS }) || '…';
}
