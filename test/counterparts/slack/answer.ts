import type { JsonObject } from '../frame/json-object.js';

/** The body of a Web API answer: `ok`, and `error` with what else Slack says where it refuses. */
export interface Answer {
  readonly ok: boolean;
  readonly error?: string;
  /** The whole answer as JSON, where the method has it at hand. */
  readonly written?: string;
  readonly [field: string]: unknown;
}

export function refuse(error: string, extra?: JsonObject): Answer {
  return { ok: false, error, ...extra };
}

/** How Slack names what is wrong with arguments: https://docs.slack.dev/reference/methods/views.open */
export function refuseArguments(...messages: readonly string[]): Answer {
  return refuse('invalid_arguments', { response_metadata: { messages } });
}

export function missingField(name: string): Answer {
  return refuseArguments(`[ERROR] missing required field: ${name}`);
}
