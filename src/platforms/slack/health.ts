/**
 * Whether calls to Slack are worth making. Learnt from every answer; asked with auth.test at the start, while Slack cannot be reached,
 * and once a minute while the installation is stopped, so that a mended one goes on by itself.
 */
import type { Log } from '../../use-cases/log.js';
import { type Backoff, backoffMs } from './backoff.js';
import { answerInWords, type SlackAnswer, type SlackCall } from './call/slack-call.js';
import type { SlackMethod } from './call/methods.js';
import { errorClass, isTokenFault, stoppedInWords } from './errors.js';
import { isSlackId } from './shapes.js';
import { textAt } from './record.js';

/** Who we are, as Slack says. */
export interface Identity {
  readonly userId: string;
  readonly teamId: string;
  /** The bot's name: what people type behind /invite @. */
  readonly name: string;
  readonly botId?: string;
  /** What the token may; undefined where Slack does not say. */
  readonly scopes?: readonly string[];
}

export type HealthState =
  | { readonly state: 'starting' }
  | { readonly state: 'ok' }
  /** Slack cannot be reached. */
  | { readonly state: 'away'; readonly reason: string }
  /** Somebody has to mend the installation. */
  | { readonly state: 'parked'; readonly reason: string };

export interface Health {
  readonly state: () => HealthState;
  readonly identity: () => Identity | undefined;
  readonly start: () => void;
  readonly stop: () => void;
  /** To be told of every answer to a call. */
  readonly heard: (answer: SlackAnswer, method: SlackMethod) => void;
  /** Asks Slack now; something said that the installation may have changed. */
  readonly check: () => Promise<void>;
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

export interface HealthTimes {
  readonly away: Backoff;
  readonly parkedMs: number;
}

export const HEALTH_TIMES: HealthTimes = { away: { firstMs: 500, mostMs: 15_000 }, parkedMs: 60_000 };

export function createHealth(deps: HealthDeps): Health {
  const { log, times } = deps;
  let state: HealthState = { state: 'starting' };
  let identity: Identity | undefined;
  let missingScope: string | undefined;
  let running = false;
  let failures = 0;
  let timer: NodeJS.Timeout | undefined;
  let asking: Promise<void> | undefined;

  const enter = (next: HealthState): void => {
    const before = state.state;
    state = next;
    if (before === next.state) return;
    const fields = { platform: 'slack', ...('reason' in next && { reason: next.reason }) };
    switch (next.state) {
      case 'starting':
        return;
      case 'ok':
        log.info(fields, before === 'starting' ? 'Slack is connected' : 'Slack takes our calls again');
        return;
      case 'away':
        log.warn(fields, 'Slack cannot be reached; messages wait');
        return;
      case 'parked':
        log.error(fields, 'Slack has stopped us; messages wait until it is mended');
        deps.onParked(next.reason);
    }
  };

  const askAgain = (): void => {
    clearTimeout(timer);
    if (!running || state.state === 'ok') return;
    const after =
      state.state === 'parked' ? times.parkedMs : backoffMs(times.away, Math.max(1, failures), deps.random);
    timer = setTimeout(() => void check(), after);
  };

  const judge = (answer: SlackAnswer): void => {
    if (answer.kind === 'ok') {
      const known = readIdentity(answer);
      if (missingScope !== undefined && known?.scopes && !known.scopes.includes(missingScope)) return;
      const wasOk = state.state === 'ok';
      failures = 0;
      missingScope = undefined;
      identity = known ?? identity;
      enter({ state: 'ok' });
      if (!wasOk && identity) deps.onReady(identity);
    } else if (answer.kind === 'error' && errorClass(answer.code) === 'platform_stopped') {
      park(answer);
    } else if (state.state !== 'parked') {
      failures += 1;
      enter({ state: 'away', reason: answerInWords(answer) });
    }
  };

  const park = (answer: Extract<SlackAnswer, { kind: 'error' }>): void => {
    if (answer.code === 'missing_scope') missingScope = answer.needs;
    enter({ state: 'parked', reason: stoppedInWords(answer.code, answer.needs) });
  };

  const check = async (): Promise<void> => {
    asking ??= deps
      .call('auth.test', {})
      .then(judge)
      .finally(() => {
        asking = undefined;
        askAgain();
      });
    return asking;
  };

  return {
    state: () => state,
    identity: () => identity,
    check,
    start: () => {
      running = true;
      void check();
    },
    stop: () => {
      running = false;
      clearTimeout(timer);
    },
    heard: (answer, method) => {
      if (state.state !== 'ok') return;
      if (answer.kind === 'error' && stopsUs(answer.code, method)) park(answer);
      else if (answer.kind === 'not_sent') enter({ state: 'away', reason: answerInWords(answer) });
      else return;
      askAgain();
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
  const { user_id: userId, team_id: teamId, bot_id: botId } = body;
  if (!isSlackId(userId) || !isSlackId(teamId)) return undefined;
  return {
    userId,
    teamId,
    name: textAt(body, 'user') || 'Earshot',
    ...(isSlackId(botId) && { botId }),
    ...(scopes && { scopes }),
  };
}
