/** A service that speaks as OpenAI does, on loopback: it answers as the test says, and refuses what OpenAI would refuse. */
import { LLMock } from '@copilotkit/aimock';
import { strictFaults } from './strict-faults.js';

/** What a model makes of a text. */
export interface Made {
  readonly sentiment: string;
  readonly severity: string;
  readonly flags: readonly string[];
  readonly themes: readonly string[];
  readonly reason: string;
  readonly quote: string;
}

export type Behaviour =
  /** Made of what it was sent. */
  | { readonly kind: 'answers'; readonly with: (input: string) => unknown }
  /** Word for word, schema or not. */
  | { readonly kind: 'says'; readonly text: string }
  | { readonly kind: 'stops_early' }
  | { readonly kind: 'fails'; readonly status: number; readonly code?: string; readonly retryAfter?: number }
  | { readonly kind: 'hangs' }
  /** Answers, but not before it is let go. */
  | { readonly kind: 'waits'; readonly with: (input: string) => unknown };

export interface Heard {
  readonly model: string;
  readonly system: string;
  readonly input: string;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface ModelCounterpart {
  /** For OPENAI_BASE_URL. */
  readonly baseUrl: string;
  /** From now on; several: one request each, and the last for all that follow. */
  readonly behave: (...behaviours: readonly [Behaviour, ...Behaviour[]]) => void;
  /** All requests, oldest first. */
  readonly heard: () => readonly Heard[];
  /** Whatever waits is answered. */
  readonly letGo: () => void;
  readonly close: () => Promise<void>;
}

export const KEY = 'sk-test-a-key-that-nobody-may-read';

/** A reading that says nothing of the text. */
export const CALM: Made = {
  sentiment: 'neutral',
  severity: 'low',
  flags: [],
  themes: [],
  reason: '',
  quote: '',
};

export async function startModelCounterpart(): Promise<ModelCounterpart> {
  let planned: readonly Behaviour[] = [{ kind: 'answers', with: () => CALM }];
  const heard: Heard[] = [];
  const hanging: (() => void)[] = [];
  const waiting: (() => void)[] = [];
  const mock = new LLMock({ port: 0, host: '127.0.0.1', auth: { apiKeys: [KEY] } });
  mock.on({ predicate: () => true }, async (request) => {
    const { model, messages, response_format: format } = request;
    const said = (role: string): string =>
      messages
        .flatMap((each) =>
          each.role === role
            ? [typeof each.content === 'string' ? each.content : JSON.stringify(each.content)]
            : [],
        )
        .join('\n');
    const input = said('user');
    heard.push({ model, system: said('system'), input, body: request });
    const faults = strictFaults(format);
    if (faults.length > 0) return failure(400, faults.join('; '));
    const [behaviour = { kind: 'hangs' }, ...next] = planned;
    if (next.length > 0) planned = next;
    switch (behaviour.kind) {
      case 'answers':
        return { content: JSON.stringify(behaviour.with(input)) };
      case 'says':
        return { content: behaviour.text };
      case 'stops_early':
        return { content: '{"sentiment":"neg', finishReason: 'length' };
      case 'fails':
        return failure(behaviour.status, 'as the test says', behaviour);
      case 'waits':
        await new Promise<void>((resolve) => waiting.push(resolve));
        return { content: JSON.stringify(behaviour.with(input)) };
      case 'hangs':
        await new Promise<void>((resolve) => hanging.push(resolve));
        return failure(500, 'it hung');
    }
  });
  await mock.start();
  return {
    baseUrl: `${mock.url}/v1`,
    behave(...behaviours) {
      planned = behaviours;
    },
    heard: () => heard,
    letGo() {
      for (const release of waiting.splice(0)) release();
    },
    async close() {
      for (const release of [...hanging, ...waiting]) release();
      await mock.stop();
    },
  };
}

function failure(
  status: number,
  message: string,
  { code, retryAfter }: { readonly code?: string; readonly retryAfter?: number } = {},
) {
  return {
    error: { message, type: 'test', ...(code !== undefined && { code }) },
    status,
    ...(retryAfter !== undefined && { retryAfter }),
  };
}
