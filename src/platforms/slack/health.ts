/** Whether calls to Slack are worth making: learnt from every answer, and asked with auth.test. */
import type { Log } from '../../use-cases/log.js';
import { createHealthWatch, type HealthTimes, type HealthWatch } from '../wire/health.js';
import { textAt } from '../wire/record.js';
import { answerInWords, type SlackAnswer, type SlackCall } from './call/slack-call.js';
import type { SlackMethod } from './call/methods.js';
import { errorClass, isTokenFault, stoppedInWords } from './errors.js';
import { webLink } from './render/web-link.js';
import { isSlackId } from './shapes.js';

/** Who we are, as Slack says. */
export interface Identity {
  readonly userId: string;
  readonly teamId: string;
  /** The bot's name: what people type behind /invite @. */
  readonly name: string;
  readonly botId?: string;
  /** `https://acme.slack.com/` */
  readonly url?: string;
  /** What the token may; undefined where Slack does not say. */
  readonly scopes?: readonly string[];
}

/** `check` is for when something said that the installation may have changed. */
export interface Health extends Pick<HealthWatch, 'state' | 'start' | 'stop' | 'check'> {
  readonly identity: () => Identity | undefined;
  /** To be told of every answer to a call. */
  readonly heard: (answer: SlackAnswer, method: SlackMethod) => void;
}

interface HealthDeps {
  /** Calls that are not heard by this health: its own question is judged apart. */
  readonly call: SlackCall;
  /** Slack takes our calls, from now or again. */
  readonly onReady: (identity: Identity) => void;
  readonly onParked: (reason: string) => void;
  readonly log: Log;
  readonly times: HealthTimes;
  readonly random: () => number;
}

const FIELDS = { platform: 'slack' } as const;

export function createHealth({ call, onReady, onParked, log, times, random }: HealthDeps): Health {
  let identity: Identity | undefined;
  let missingScope: string | undefined;

  const watch = createHealthWatch({
    ask: () => call('auth.test', {}).then(judge),
    changed: {
      ok: (again) => log.info(FIELDS, again ? 'Slack takes our calls again' : 'Slack is connected'),
      away: (reason) => log.warn({ ...FIELDS, reason }, 'Slack cannot be reached; messages wait'),
      parked: (reason) => {
        log.error({ ...FIELDS, reason }, 'Slack has stopped us; messages wait until it is mended');
        onParked(reason);
      },
    },
    times,
    random,
  });

  const judge = (answer: SlackAnswer): void => {
    if (answer.kind === 'ok') {
      const known = readIdentity(answer);
      if (missingScope !== undefined && known?.scopes && !known.scopes.includes(missingScope)) return;
      const wasOk = watch.state().state === 'ok';
      missingScope = undefined;
      identity = known ?? identity;
      watch.worked();
      watch.enter({ state: 'ok' });
      if (!wasOk && identity) onReady(identity);
    } else if (answer.kind === 'error' && errorClass(answer.code) === 'platform_stopped') {
      park(answer);
    } else {
      watch.unreached(answerInWords(answer));
    }
  };

  const park = (answer: Extract<SlackAnswer, { kind: 'error' }>): void => {
    if (answer.code === 'missing_scope') missingScope = answer.needs;
    watch.enter({ state: 'parked', reason: stoppedInWords(answer.code, answer.needs) });
  };

  return {
    state: watch.state,
    start: watch.start,
    stop: watch.stop,
    check: watch.check,
    identity: () => identity,
    heard: (answer, method) => {
      if (watch.state().state !== 'ok') return;
      if (answer.kind === 'error' && stopsUs(answer.code, method)) park(answer);
      else if (answer.kind === 'not_sent') watch.enter({ state: 'away', reason: answerInWords(answer) });
    },
  };
}

/** A refused token stops everything; anything else that is refused stops us only where it keeps us from posting. */
function stopsUs(code: string, method: SlackMethod): boolean {
  if (isTokenFault(code)) return true;
  const posts = method === 'chat.postMessage' || method === 'chat.update';
  return posts && errorClass(code) === 'platform_stopped';
}

function readIdentity({ body, scopes }: Extract<SlackAnswer, { kind: 'ok' }>): Identity | undefined {
  const { user_id: userId, team_id: teamId, bot_id: botId, url } = body;
  if (!isSlackId(userId) || !isSlackId(teamId)) return undefined;
  return {
    userId,
    teamId,
    name: textAt(body, 'user') || 'Earshot',
    ...(isSlackId(botId) && { botId }),
    ...(typeof url === 'string' && webLink(url) && { url }),
    ...(scopes && { scopes }),
  };
}
