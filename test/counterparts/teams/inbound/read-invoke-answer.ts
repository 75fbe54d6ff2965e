import { isObject } from '../../frame/json-object.js';
import { checkCard, isTooBigForAnAnswer } from '../cards/check-card.js';
import { CARD_TYPE } from '../message.js';
import type { Shown } from '../personal-views.js';
import type { Sent } from './courier.js';

/** What the client shows for the answer to an adaptiveCard/action: https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model#response-format */
export function readInvokeAnswer(sent: Pick<Sent, 'status' | 'body' | 'timedOut' | 'failure'>): Shown {
  if (sent.status === 0) return unreachable(sent.failure ?? 'no answer');
  if (sent.status !== 200) return unreachable(`status ${sent.status}`);
  if (!isObject(sent.body)) return unreachable('the answer is no JSON object');
  const { statusCode, type, value } = sent.body;
  if (typeof statusCode !== 'number' || typeof type !== 'string') {
    return unreachable('the answer names no statusCode or type');
  }
  switch (type) {
    case CARD_TYPE: {
      if (statusCode !== 200) return unreachable(`a card with statusCode ${statusCode}`);
      if (!isObject(value)) return unreachable('the card is no object');
      const faults = isTooBigForAnAnswer(value) ? ['the card is too big'] : checkCard(value);
      return faults.length > 0 ? unreachable(faults.join('; ')) : { kind: 'card', card: value };
    }
    case 'application/vnd.microsoft.activity.message':
      if (statusCode !== 200) return unreachable(`a message with statusCode ${statusCode}`);
      return typeof value === 'string' && value !== ''
        ? { kind: 'message', text: value }
        : unreachable('the message is no text');
    case 'application/vnd.microsoft.error': {
      const { code, message } = isObject(value) ? value : {};
      return typeof code === 'string' && typeof message === 'string'
        ? { kind: 'error', code, message }
        : unreachable('the error names no code or message');
    }
    default:
      return unreachable(`an answer of type ${type}`);
  }
}

function unreachable(why: string): Shown {
  return { kind: 'unreachable', why };
}
