/** The only place that knows the SDK: one call, one answer, and its odd shapes mapped. Nothing of a text or the key is in any of them. */
import OpenAI, { APIConnectionError, APIConnectionTimeoutError, APIError, APIUserAbortError } from 'openai';

export interface Service {
  readonly apiKey: string;
  /** https://api.openai.com/v1 */
  readonly baseUrl: string;
  readonly name: string;
}

export interface Request {
  readonly system: string;
  /** What leaves: redacted. */
  readonly input: string;
  readonly shape: string;
  readonly schema: Readonly<Record<string, unknown>>;
  readonly maxTokens: number;
  readonly signal: AbortSignal;
}

export interface Tokens {
  readonly read: number;
  readonly written: number;
}

export type Called =
  | { readonly kind: 'said'; readonly text: string; readonly tokens: Tokens }
  /** The model refuses, or did not come to an end. */
  | { readonly kind: 'refused'; readonly tokens: Tokens }
  /** `again`: worth another try now, after `afterMs` where the service said so. */
  | { readonly kind: 'failed'; readonly why: string; readonly again: boolean; readonly afterMs?: number }
  | { readonly kind: 'setup'; readonly why: string };

export type CallModel = (request: Request) => Promise<Called>;

const NO_TOKENS: Tokens = { read: 0, written: 0 };

/** The SDK would read variables of its own, try again twice and log: none of it. */
export function createCallOpenAi({ apiKey, baseUrl, name }: Service): CallModel {
  const client = new OpenAI({
    apiKey,
    baseURL: baseUrl,
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    maxRetries: 0,
    logLevel: 'off',
  });
  return async ({ system, input, shape, schema, maxTokens, signal }) => {
    try {
      const { choices, usage } = await client.chat.completions.create(
        {
          model: name,
          messages: [
            { role: 'system', content: system },
            { role: 'user', content: input },
          ],
          max_completion_tokens: maxTokens,
          response_format: { type: 'json_schema', json_schema: { name: shape, strict: true, schema } },
        },
        { signal },
      );
      const tokens = usage ? { read: usage.prompt_tokens, written: usage.completion_tokens } : NO_TOKENS;
      // What speaks as OpenAI does need not answer as it does.
      const [choice] = (choices as typeof choices | undefined) ?? [];
      const text = choice?.message.content ?? '';
      return choice?.finish_reason === 'stop' && !choice.message.refusal && text !== ''
        ? { kind: 'said', text, tokens }
        : { kind: 'refused', tokens };
    } catch (error) {
      return failedCall(error);
    }
  };
}

function failedCall(error: unknown): Called {
  if (error instanceof APIUserAbortError || error instanceof APIConnectionTimeoutError)
    return { kind: 'failed', why: 'no answer in time', again: false };
  if (error instanceof APIConnectionError)
    return { kind: 'failed', why: 'it cannot be reached', again: true };
  if (!(error instanceof APIError)) return { kind: 'failed', why: 'its answer cannot be read', again: true };
  const { status, code } = error as APIError;
  if (code === 'content_filter') return { kind: 'refused', tokens: NO_TOKENS };
  if (code === 'insufficient_quota') return { kind: 'setup', why: 'the account has no credit left' };
  switch (status ?? 0) {
    case 401:
      return { kind: 'setup', why: 'the key was refused' };
    case 403:
      return { kind: 'setup', why: 'the key may not use this model' };
    case 404:
      return { kind: 'setup', why: 'there is no such model at this address' };
    // Of this text, or of every one: then the breaker finds out.
    case 400:
    case 422:
      return { kind: 'failed', why: `it does not take the question (${status ?? 0})`, again: false };
    case 429: {
      const afterMs = retryAfterMs(error.headers);
      return {
        kind: 'failed',
        why: 'it asks for patience (429)',
        again: true,
        ...(afterMs !== undefined && { afterMs }),
      };
    }
    default:
      return { kind: 'failed', why: `it answered ${status ?? 'nothing'}`, again: true };
  }
}

function retryAfterMs(headers: unknown): number | undefined {
  const seconds = Number(headers instanceof Headers ? headers.get('retry-after') : undefined);
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1_000 : undefined;
}
