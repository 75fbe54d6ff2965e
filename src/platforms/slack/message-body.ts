/** What goes into a call of chat.postMessage or chat.update for one message. */
import type { Call, Content } from '../../posting/platform.js';
import { MESSAGE } from './limits.js';
import type { HowCharts } from './render/chart-block.js';
import type { Mentions } from './render/mentions.js';
import { messageText } from './render/mrkdwn-line.js';
import { fallbackText, renderCard } from './render/render-card.js';
import { renderLine } from './render/render-line.js';
import { noteInWords, renderNote } from './render/render-note.js';
import { partsText, renderParts, renderReport, reportText } from './render/render-report.js';

export const METADATA_EVENT = 'earshot_message';

type Body = Record<string, unknown>;

/** Blocks and attachments are always named: an edit that names none leaves the old ones. */
export function messageBody(
  { messageId, content }: Call,
  mentions: Mentions,
  charts: HowCharts = 'drawn',
): Body {
  return { ...rendered(content, mentions, charts), ...AS_GIVEN, metadata: metadataFor(messageId) };
}

function rendered(content: Content, mentions: Mentions, charts: HowCharts): Body {
  switch (content.kind) {
    case 'card':
      return { ...renderCard(content.card, mentions) };
    case 'line':
      return { ...renderLine(content.line, content.card, mentions) };
    case 'note':
      return { ...renderNote(content.note, charts), attachments: [] };
    case 'report':
      return { ...renderReport(content.report, charts) };
    case 'parts':
      return { ...renderParts(content.parts) };
  }
}

/** The same in one sentence, without blocks. */
export function plainBody(
  { messageId, content }: Call,
  mentions: Mentions,
  { keepsId }: { readonly keepsId: boolean },
): Body {
  return {
    text: inWords(content, mentions),
    blocks: [],
    attachments: [],
    ...AS_GIVEN,
    ...(keepsId && { metadata: metadataFor(messageId) }),
  };
}

function inWords(content: Content, mentions: Mentions): string {
  switch (content.kind) {
    case 'card':
      return fallbackText(content.card);
    case 'line':
      return messageText(content.line, { limit: MESSAGE.textChars, mentions }) || '…';
    case 'note':
      return noteInWords(content.note);
    case 'report':
      return reportText(content.report);
    case 'parts':
      return partsText(content.parts);
  }
}

/** chat.update has another default than chat.postMessage: names and addresses are never turned into mentions and links. */
const AS_GIVEN = { parse: 'none', link_names: false } as const;

/** Our id only: other apps in the workspace can read it. https://docs.slack.dev/messaging/message-metadata */
function metadataFor(messageId: string): Body {
  return { event_type: METADATA_EVENT, event_payload: { id: messageId } };
}
