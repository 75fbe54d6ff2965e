/** The outer shapes of what Slack sends, the same over HTTP and Socket Mode. */
import { isRecord, type JsonRecord, textAt } from '../../wire/record.js';
import { isToken } from '../shapes.js';
import type { EventKey, Interaction, SlackEvent } from './asked.js';
import { readEvent } from './read-event.js';
import { type IsSlackUrl, readClick, readCommand, readSubmission } from './read-interaction.js';
import { readShortcut } from './read-shortcut.js';

type Understood =
  | { readonly kind: 'interaction'; readonly asked: Interaction }
  | { readonly kind: 'event'; readonly event: SlackEvent; readonly key: EventKey }
  /** Slack's, and nothing to do for us. */
  | { readonly kind: 'ignored' }
  /** Nothing that Slack would send. */
  | { readonly kind: 'refused' };

/** Interactions that Slack may send and that nothing of ours leads to. */
const OTHER_TYPES = new Set([
  'app_rate_limited',
  'view_closed',
  'shortcut',
  'message_action',
  'block_suggestion',
]);

export function understand(body: JsonRecord, isSlackUrl: IsSlackUrl): Understood {
  const type = body['type'];
  if (type === 'event_callback') return understandEvent(body);
  const asked =
    type === 'block_actions'
      ? readClick(body, isSlackUrl)
      : type === undefined && body['command'] !== undefined
        ? readCommand(body, isSlackUrl)
        : type === 'message_action'
          ? readShortcut(body, isSlackUrl)
          : undefined;
  if (asked) return { kind: 'interaction', asked };
  if (type === 'view_submission' && isRecord(body['view'])) {
    const submission = readSubmission(body);
    return submission ? { kind: 'interaction', asked: submission } : { kind: 'ignored' };
  }
  // Slack checks a command's certificate this way: https://docs.slack.dev/interactivity/implementing-slash-commands
  if (body['ssl_check'] === '1') return { kind: 'ignored' };
  return typeof type === 'string' && OTHER_TYPES.has(type) ? { kind: 'ignored' } : { kind: 'refused' };
}

function understandEvent(body: JsonRecord): Understood {
  const { event, event_id: id } = body;
  if (!isRecord(event) || textAt(event, 'type') === '' || !isToken(id)) return { kind: 'refused' };
  const read = readEvent(event);
  return read ? { kind: 'event', event: read, key: eventKey(read, id) } : { kind: 'ignored' };
}

/** One mention may come under several event ids: what it says is then the same message. */
function eventKey(event: SlackEvent, id: string): EventKey {
  if (event.type === 'app_mention') return `slack:mention:${event.channel}:${event.messageId ?? event.ts}`;
  return event.type === 'reaction_added' ? `slack:event:${id}` : undefined;
}
