import type { IncomingMessage } from 'node:http';
import type { JsonObject } from '../frame/json-object.js';
import { refuse, type Answer } from './answer.js';
import { authorise } from './authorise.js';
import type { Call } from './call.js';
import type { RecordedCall } from './recorded-call.js';
import { ALL_METHODS } from './methods/all-methods.js';
import { readArguments } from './read-arguments.js';
import type { World } from './world.js';

const PREFIX = '/api/';

/** What one request asks for, decided but not yet done. */
export interface Work {
  /** A Web API method, or `response_url`. */
  readonly method: string;
  readonly args: JsonObject;
  /** The arguments once more as they came, whatever has been made of `args` since. */
  readonly readArgs: () => JsonObject;
  readonly token: RecordedCall['token'];
  /** The scopes of the token, as Slack names them in a header. */
  readonly scopes: string;
  /** Does what was asked and says what came of it; may be run after the client has gone, or never. */
  readonly run: () => Done;
}

export interface Done {
  readonly status: number;
  readonly answer: Answer;
}

export function readWork(
  world: World,
  { url, headers }: Pick<IncomingMessage, 'url' | 'headers'>,
  body: string,
  answerResponseUrl: (path: string, body: string) => Done,
): Work {
  const [path, query] = splitOnce(url ?? '', '?');
  if (!path.startsWith(PREFIX)) {
    const run = (): Done => answerResponseUrl(path, body);
    const args = { path, body };
    return { method: 'response_url', args, readArgs: () => args, token: 'none', scopes: '', run };
  }
  const name = path.slice(PREFIX.length);
  const contentType = headers['content-type'] ?? '';
  const authorization = headers.authorization ?? '';
  const request = { query, contentType, authorization, body };
  const read = readArguments(request);
  if ('refused' in read) return refusal(name, {}, 'none', read.refused);
  const token = kindOf(world, read.token);
  const method = ALL_METHODS.get(name);
  if (!method) return refusal(name, read.args, token, refuse('unknown_method', { req_method: name }));
  const allowed = authorise(world.workspace, method, read.token);
  if ('refused' in allowed) return refusal(name, read.args, token, allowed.refused);
  const isRead = method.json || !contentType.startsWith('application/json');
  const args = isRead ? read.args : {};
  const call: Call = { method: name, args, token: allowed.token };
  return {
    method: name,
    args,
    readArgs: () => (isRead ? argsOf(request) : {}),
    token,
    scopes: allowed.token.scopeList,
    run: () => ({ status: 200, answer: withWarning(method.run(world, call), read.warning) }),
  };
}

function argsOf(request: Parameters<typeof readArguments>[0]): JsonObject {
  const read = readArguments(request);
  return 'refused' in read ? {} : read.args;
}

function refusal(method: string, args: JsonObject, token: RecordedCall['token'], answer: Answer): Work {
  return { method, args, readArgs: () => args, token, scopes: '', run: () => ({ status: 200, answer }) };
}

function kindOf(world: World, token: string | undefined): RecordedCall['token'] {
  if (token === undefined) return 'none';
  return world.workspace.tokens.get(token)?.kind ?? 'unknown';
}

function withWarning(answer: Answer, warning: 'missing_charset' | undefined): Answer {
  if (warning === undefined || !answer.ok || answer['response_metadata'] !== undefined) return answer;
  const { written, ...rest } = answer;
  const base = written === undefined ? rest : (JSON.parse(written) as Answer);
  return { ...base, warning, response_metadata: { warnings: [warning] } };
}

function splitOnce(text: string, separator: string): readonly [string, string] {
  const place = text.indexOf(separator);
  return place < 0 ? [text, ''] : [text.slice(0, place), text.slice(place + 1)];
}
