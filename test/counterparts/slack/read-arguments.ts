import { parse as parseForm } from 'node:querystring';
import { isObject, type JsonObject } from '../frame/json-object.js';
import { refuse, type Answer } from './answer.js';

interface Arguments {
  readonly args: JsonObject;
  readonly token?: string;
  /** Slack takes JSON that does not name its charset, and warns. */
  readonly warning?: 'missing_charset';
}

const NONE: JsonObject = {};

/** The arguments of a call: https://docs.slack.dev/apis/web-api#basics */
export function readArguments(request: {
  readonly query: string;
  readonly contentType: string;
  readonly authorization: string;
  readonly body: string;
}): Arguments | { readonly refused: Answer } {
  const { query, contentType, authorization, body } = request;
  const bearer = /^bearer (.+)$/iu.exec(authorization)?.[1];
  const fromQuery: JsonObject = query === '' ? NONE : parseForm(query);
  const type = contentType.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (type === 'application/json') {
    const parsed = parseJson(body);
    if (parsed === undefined) return { refused: refuse('invalid_json') };
    if (!isObject(parsed)) return { refused: refuse('json_not_object') };
    return {
      args: fromQuery === NONE ? parsed : { ...fromQuery, ...parsed },
      ...(bearer !== undefined && { token: bearer }),
      ...(!contentType.includes('charset') && { warning: 'missing_charset' }),
    };
  }
  if (body !== '' && type === '') return { refused: refuse('missing_post_type') };
  if (body !== '' && type !== 'application/x-www-form-urlencoded') {
    return { refused: refuse('invalid_post_type') };
  }
  const args: JsonObject = { ...fromQuery, ...parseForm(body) };
  const token = bearer ?? args['token'];
  return { args, ...(typeof token === 'string' && { token }) };
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
