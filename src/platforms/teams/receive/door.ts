/** The door for Teams, POST /api/messages: guarded, authenticated, of our tenant, understood, delivered once. */
import type { RawRequest } from '../../../inbound/raw-request.js';
import type { Log } from '../../../use-cases/log.js';
import type { JsonRecord } from '../../wire/record.js';
import { textAt } from '../../wire/record.js';
import type { Authenticate } from '../sdk/authenticate.js';
import { OLD_BUTTON, OLD_ENTRY } from '../words.js';
import type { Delivery } from './delivery.js';
import { dialogueSays } from './dialogue-answer.js';
import type { DialogueDelivery } from './dialogue-delivery.js';
import { guard } from './guard.js';
import { invokeError } from './invoke-answer.js';
import { tenantOf } from './read-conversation.js';
import { isServiceAddress } from './service-address.js';
import { understand } from './understand.js';

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

interface DoorDeps {
  /** Undefined in the local trial: nobody can be told apart then, and only this machine is listened to. */
  readonly authenticate: Authenticate | undefined;
  /** Undefined in the local trial. */
  readonly tenantId: string | undefined;
  /** Whether a connector may be on this machine: in the local trial and in our own tests. */
  readonly loopback: boolean;
  readonly delivery: Delivery;
  readonly dialogues: Pick<DialogueDelivery, 'answer'>;
  readonly log: Log;
}

type Checked =
  | { readonly kind: 'taken'; readonly activity: JsonRecord }
  | { readonly kind: 'refused'; readonly status: keyof typeof REFUSALS; readonly why: string };

/** Never throws. */
export function createDoor(deps: DoorDeps): (request: RawRequest) => Promise<HttpAnswer> {
  const { log } = deps;
  return async (request) => {
    try {
      const checked = await check(deps, request);
      if (checked.kind === 'taken') return await deliver(deps, checked.activity);
      return refuse(log, checked.status, checked.why);
    } catch (error) {
      log.error({ platform: 'teams', error }, 'A request at Teams’ door failed');
      return plain(500, 'this is our fault; it has been logged');
    }
  };
}

async function check(deps: DoorDeps, request: RawRequest): Promise<Checked> {
  const { authenticate, tenantId, loopback } = deps;
  const { authorization } = request.headers;
  if (request.method === 'POST' && authenticate && authorization === undefined) {
    return refused(401, 'it has no token');
  }
  const guarded = guard(request);
  if (guarded.kind === 'refused') return guarded;
  const activity = guarded.body;
  const serviceUrl = textAt(activity, 'serviceUrl');
  if (authenticate) {
    if (textAt(activity, 'channelId') !== 'msteams') return refused(401, 'it is not of the channel msteams');
    const authenticated = await authenticate({ authorization, serviceUrl });
    if (authenticated.kind === 'forged') return refused(401, authenticated.why);
    if (authenticated.kind === 'unsure') return refused(503, authenticated.why);
  }
  // In the local trial no address is vouched for: only this machine's and Microsoft's are called.
  if (!isServiceAddress(serviceUrl, { vouched: authenticate !== undefined, loopback })) {
    return refused(400, 'its service address is none that Earshot calls');
  }
  if (tenantId !== undefined && tenantOf(activity) !== tenantId) {
    return refused(403, 'it is of another tenant than TEAMS_TENANT_ID');
  }
  return { kind: 'taken', activity };
}

async function deliver({ delivery, dialogues, log }: DoorDeps, activity: JsonRecord): Promise<HttpAnswer> {
  const understood = understand(activity);
  switch (understood.kind) {
    case 'refused':
      return refuse(log, 400, understood.why);
    case 'unknown_invoke':
      // Microsoft's own adapter answers 501; Teams sends again after some 5xx: https://github.com/MicrosoftDocs/msteams-docs/issues/8998
      return refuse(log, 400, 'it is an invoke that nothing of Earshot’s leads to');
    case 'unknown_dialogue':
      return json(dialogueSays(OLD_ENTRY));
    case 'unknown_action':
      return json(invokeError(OLD_BUTTON));
    case 'dialogue':
      return json(await dialogues.answer(understood.dialogue, understood.key));
    case 'news': {
      const outcome = await delivery.news(understood.news);
      return outcome === 'done' ? plain(200, '') : { ...plain(503, 'not done yet'), headers: AGAIN };
    }
    case 'said':
      await delivery.message(understood.said, understood.key);
      return plain(200, '');
    case 'acted':
      if (understood.acted.by === 'invoke') {
        return json(await delivery.invoke(understood.acted, understood.key));
      }
      await delivery.message(understood.acted, understood.key);
      return plain(200, '');
  }
}

const PLAIN = { 'content-type': 'text/plain; charset=utf-8' };
const AGAIN = { ...PLAIN, 'retry-after': '5' };

const REFUSALS = {
  400: 'the body is not what Teams sends',
  401: 'the request does not come from Teams, or not for this app',
  403: 'this Earshot serves another organisation',
  405: 'use POST',
  413: 'the body is too large',
  415: 'send JSON',
  503: 'nobody can say just now whether this comes from Teams; send it again',
} as const;

function refused(status: keyof typeof REFUSALS, why: string): Checked {
  return { kind: 'refused', status, why };
}

function refuse(log: Log, status: keyof typeof REFUSALS, why: string): HttpAnswer {
  log.warn({ platform: 'teams', status, why }, 'Refused a request to Teams’ door');
  if (status === 405) return { ...plain(405, REFUSALS[405]), headers: { ...PLAIN, allow: 'POST' } };
  return status === 503 ? { ...plain(503, REFUSALS[503]), headers: AGAIN } : plain(status, REFUSALS[status]);
}

/** Whatever the answer to a person is, the request itself was taken. */
function json(answer: object): HttpAnswer {
  return {
    status: 200,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(answer),
  };
}

function plain(status: number, body: string): HttpAnswer {
  return { status, headers: PLAIN, body };
}
