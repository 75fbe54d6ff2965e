import { LogLevel, WebClient, type Logger, type WebClientOptions } from '@slack/web-api';
import { BOT_TOKEN } from './workspace.js';

const nothing = (): void => undefined;

/** Says nothing: the SDK logs every refusal that a test asks for. */
export const SILENT: Logger = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  setLevel: nothing,
  getLevel: () => LogLevel.ERROR,
  setName: nothing,
};

/** Slack's own client, which sends each call once and shows each refusal. */
export function quietClient(
  apiUrl: string,
  { token = BOT_TOKEN, ...options }: WebClientOptions & { readonly token?: string } = {},
): WebClient {
  return new WebClient(token, {
    slackApiUrl: apiUrl,
    logger: SILENT,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    ...options,
  });
}

/** Slack's error code, with what it says beside it; throws where the call went well. */
export async function refusalOf(call: Promise<unknown>): Promise<Readonly<Record<string, unknown>>> {
  try {
    await call;
  } catch (error) {
    const { data } = error as { readonly data?: Readonly<Record<string, unknown>> };
    if (data) return data;
    throw error;
  }
  throw new Error('Slack took what it was to refuse');
}
