import { request as httpRequest } from 'node:http';

export type Headers = Readonly<Record<string, string>>;

interface Letter {
  readonly url: string;
  readonly body: string;
  readonly headers: Headers;
}

/** What an app answered. */
export interface AppAnswer {
  /** 0 where there was no answer. */
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The text as JSON where it is JSON, else the text. */
  readonly body: unknown;
  /** From the first byte to the whole answer. */
  readonly ackMs: number;
  /** No answer in time. */
  readonly timedOut: boolean;
  /** Why there was no answer, as the system names it. */
  readonly failure?: string;
}

/** Posts over a connection of its own, and never throws. */
export function postToApp({ url, body: text, headers: given }: Letter, limitMs: number): Promise<AppAnswer> {
  const began = performance.now();
  const body = Buffer.from(text);
  return new Promise((resolve) => {
    const finish = (answer: Pick<AppAnswer, 'status' | 'text'> & Partial<AppAnswer>): void => {
      clearTimeout(timer);
      const ackMs = performance.now() - began;
      resolve({ headers: {}, body: asJson(answer.text), timedOut: false, ackMs, ...answer });
    };
    const headers = { ...given, 'content-length': body.length };
    const request = httpRequest(url, { method: 'POST', agent: false, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        finish({
          status: response.statusCode ?? 0,
          headers: Object.fromEntries(
            Object.entries(response.headers).map(([name, value]) => [name, String(value)]),
          ),
          text: Buffer.concat(chunks).toString('utf8'),
        }),
      );
      response.on('error', (error) => finish({ status: 0, text: '', failure: error.message }));
    });
    const timer = setTimeout(() => {
      finish({ status: 0, text: '', timedOut: true, failure: 'no answer' });
      request.destroy();
    }, limitMs);
    request.on('error', (error) => finish({ status: 0, text: '', failure: error.message }));
    request.end(body);
  });
}

function asJson(text: string): unknown {
  try {
    return text === '' ? '' : JSON.parse(text);
  } catch {
    return text;
  }
}
