import { isObject, type JsonObject } from '../frame/json-object.js';
import type { Answer } from './answer.js';
import type { SlackToken } from './workspace.js';
import type { World } from './world.js';

/** One call of a Web API method whose token has been accepted. */
export interface Call {
  readonly method: string;
  readonly args: JsonObject;
  readonly token: SlackToken;
}

export interface Method {
  /** All that the token needs; what depends on the kind of conversation is asked for by the method itself. */
  readonly scopes: readonly string[];
  readonly token: 'bot' | 'app' | 'any';
  /** Whether arguments may come as JSON: methods that only read take a form or a query. */
  readonly json: boolean;
  readonly run: (world: World, call: Call) => Answer;
}

export function textArg(call: Call, name: string): string | undefined {
  const value = call.args[name];
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : undefined;
}

export function yesArg(call: Call, name: string): boolean {
  const value = call.args[name];
  return value === true || value === 'true' || value === '1' || value === 1;
}

export function numberArg(call: Call, name: string, fallback: number): number {
  const value = Number(call.args[name] ?? fallback);
  return Number.isFinite(value) ? value : fallback;
}

/** An argument that may be JSON in a string, as forms send it; `unparsable` where it is neither. */
export function jsonArg(call: Call, name: string): { readonly value: unknown } | 'unparsable' {
  const value = call.args[name];
  if (typeof value !== 'string') return { value: value ?? undefined };
  if (value === '') return { value: undefined };
  try {
    const parsed: unknown = JSON.parse(value);
    return Array.isArray(parsed) || isObject(parsed) ? { value: parsed } : 'unparsable';
  } catch {
    return 'unparsable';
  }
}
