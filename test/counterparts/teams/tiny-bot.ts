import { createPublicKey, createVerify, type JsonWebKey } from 'node:crypto';
import { startListener } from '../frame/listener.js';
import { APP_ID } from './tenant.js';
import type { TeamsAddresses } from './teams-counterpart.js';

type Json = Readonly<Record<string, unknown>>;

export interface TinyAnswer {
  readonly status?: number;
  readonly body?: unknown;
  readonly delayMs?: number;
}

/** Listens at /api/messages, verifies tokens by the published keys and by nothing else, and answers as it is told. */
export interface TinyBot {
  readonly url: string;
  /** Activities that came with a good token, in order. */
  readonly heard: Json[];
  /** Why others were refused. */
  readonly refused: string[];
  answer: (activity: Json) => TinyAnswer;
  readonly close: () => Promise<void>;
}

export const inWords = (value: string): TinyAnswer => ({
  body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value },
});

export const asCard = (value: unknown): TinyAnswer => ({
  body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value },
});

export async function startTinyBot(teams: TeamsAddresses): Promise<TinyBot> {
  const heard: Json[] = [];
  const refused: string[] = [];
  const listener = await startListener({
    port: 0,
    onRequest: (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        void serve(Buffer.concat(chunks).toString('utf8'), request.headers.authorization).then(
          ({ status = 200, body, delayMs = 0 }) =>
            setTimeout(() => {
              response.writeHead(status);
              response.end(body === undefined ? '' : JSON.stringify(body));
            }, delayMs),
        );
      });
    },
  });
  const serve = async (body: string, authorization = ''): Promise<TinyAnswer> => {
    const activity = JSON.parse(body) as Json;
    const wrong = await wrongIn(teams, authorization, activity['serviceUrl']);
    if (wrong !== undefined) {
      refused.push(wrong);
      return { status: 401 };
    }
    heard.push(activity);
    return bot.answer(activity);
  };
  const bot: TinyBot = {
    url: `http://127.0.0.1:${listener.port()}/api/messages`,
    heard,
    refused,
    answer: () => ({}),
    close: listener.goAway,
  };
  return bot;
}

async function wrongIn(
  teams: TeamsAddresses,
  authorization: string,
  serviceUrl: unknown,
): Promise<string | undefined> {
  const [header = '', claims = '', signature = ''] = authorization.replace('Bearer ', '').split('.');
  if (signature === '') return 'no token';
  const { kid } = decode(header);
  const openId = (await (await fetch(teams.openIdUrl)).json()) as { readonly jwks_uri: string };
  const { keys } = (await (await fetch(openId.jwks_uri)).json()) as {
    readonly keys: readonly (JsonWebKey & {
      readonly kid: string;
      readonly endorsements: readonly string[];
    })[];
  };
  const key = keys.find((each) => each.kid === kid);
  if (!key) return 'unknown key';
  const verify = createVerify('RSA-SHA256').update(`${header}.${claims}`);
  if (!verify.verify(createPublicKey({ key, format: 'jwk' }), signature, 'base64url'))
    return 'wrong signature';
  if (!key.endorsements.includes('msteams')) return 'key not endorsed';
  const { iss, aud, exp, serviceurl } = decode(claims);
  if (iss !== 'https://api.botframework.com') return 'wrong issuer';
  if (aud !== APP_ID) return 'wrong audience';
  if (typeof exp !== 'number' || exp * 1000 < Date.now()) return 'expired';
  return serviceurl === serviceUrl ? undefined : 'wrong serviceUrl';
}

function decode(part: string): Json {
  return JSON.parse(Buffer.from(part, 'base64url').toString()) as Json;
}
