/**
 * Whether calls to Teams are worth making. Learnt from every answer; asked, by a question that changes nothing, at the start, while
 * Teams is away, and once a minute while the registration is refused, so that a mended one goes on by itself.
 */
import type { Log } from '../../use-cases/log.js';
import { type Backoff, backoffMs } from './backoff.js';
import { answerInWords, type ConnectorAnswer } from './call/answer.js';
import { mayBePosted, stoppedInWords } from './outcome.js';
import type { CallKind, Connector, Place } from './sdk/connector.js';
import type { Credentials } from './sdk/credentials.js';

export type HealthState =
  | { readonly state: 'starting' }
  | { readonly state: 'ok' }
  /** Teams, or Microsoft's sign-in, cannot be reached. */
  | { readonly state: 'away'; readonly reason: string }
  /** Somebody has to mend the registration. */
  | { readonly state: 'parked'; readonly reason: string };

export interface Health {
  readonly state: () => HealthState;
  readonly start: () => void;
  readonly stop: () => void;
  /** To be told of every answer to a call. */
  readonly heard: (answer: ConnectorAnswer, call: { readonly kind: CallKind; readonly at: Place }) => void;
  /** Asks Teams now; something said that the installation may have changed. */
  readonly check: () => Promise<void>;
}

export interface HealthDeps {
  readonly credentials: Credentials;
  /** Calls that are not heard by this health: its own question is judged apart. */
  readonly connector: Pick<Connector, 'members'>;
  /** Where a question may be asked; undefined where Earshot is installed nowhere yet. */
  readonly somewhere: () => Promise<Place | undefined>;
  /** Teams takes our calls, from now or again. */
  readonly onReady: () => void;
  readonly onParked: (reason: string) => void;
  readonly log: Log;
  readonly random: () => number;
  readonly times?: HealthTimes;
}

export interface HealthTimes {
  readonly away: Backoff;
  readonly parkedMs: number;
}

const HEALTH_TIMES: HealthTimes = { away: { firstMs: 500, mostMs: 15_000 }, parkedMs: 60_000 };

/** Asked for fewer, Teams gives as many: https://learn.microsoft.com/microsoftteams/platform/resources/team-chat-member-api-changes */
const SMALLEST_PAGE = 50;

export function createTeamsHealth(deps: HealthDeps): Health {
  const { log, times = HEALTH_TIMES } = deps;
  let state: HealthState = { state: 'starting' };
  let running = false;
  let failures = 0;
  let timer: NodeJS.Timeout | undefined;
  let asking: Promise<void> | undefined;
  /** Where a call went wrong last. */
  let doubted: Place | undefined;

  const enter = (next: HealthState): void => {
    const before = state.state;
    state = next;
    if (before === next.state) return;
    const fields = { platform: 'teams', ...('reason' in next && { reason: next.reason }) };
    switch (next.state) {
      case 'starting':
        return;
      case 'ok':
        log.info(fields, before === 'starting' ? 'Teams is connected' : 'Teams takes our calls again');
        deps.onReady();
        return;
      case 'away':
        log.warn(fields, 'Teams cannot be reached; messages wait');
        return;
      case 'parked':
        log.error(fields, 'Teams has stopped us; messages wait until it is mended');
        deps.onParked(next.reason);
    }
  };

  const askAgain = (): void => {
    clearTimeout(timer);
    if (!running || state.state === 'ok') return;
    const parked = state.state === 'parked';
    const after = parked ? times.parkedMs : backoffMs(times.away, Math.max(1, failures), deps.random);
    timer = setTimeout(() => void check(), after);
  };

  const away = (reason: string): void => {
    failures += 1;
    enter({ state: 'away', reason });
  };

  /** What a failure on the way says of a registration that was refused before: nothing. */
  const unreached = (reason: string): void => {
    if (state.state !== 'parked') away(reason);
  };

  const ask = async (): Promise<void> => {
    const held = await deps.credentials.token();
    switch (held.kind) {
      case 'refused':
        enter({ state: 'parked', reason: held.why });
        return;
      case 'away':
        unreached(held.why);
        return;
      case 'token': {
        const place = doubted ?? (await deps.somewhere().catch(() => undefined));
        judge(place && (await deps.connector.members({ ...place, pageSize: SMALLEST_PAGE })));
      }
    }
  };

  /** Without an answer there was nowhere to ask. */
  const judge = (answer: ConnectorAnswer | undefined): void => {
    if (answer?.kind === 'no_credentials') {
      enter({ state: 'parked', reason: answer.why });
    } else if (answer?.kind === 'error' && answer.status === 401) {
      enter({ state: 'parked', reason: stoppedInWords(answer) });
    } else if (answer && !isAnswered(answer)) {
      unreached(answerInWords(answer));
    } else {
      doubted = undefined;
      enter({ state: 'ok' });
    }
  };

  const check = async (): Promise<void> => {
    asking ??= ask().finally(() => {
      asking = undefined;
      askAgain();
    });
    return asking;
  };

  return {
    state: () => state,
    check,
    start: () => {
      running = true;
      void check();
    },
    stop: () => {
      running = false;
      clearTimeout(timer);
    },
    heard: (answer, { kind, at }) => {
      if (state.state !== 'ok') return;
      if (answer.kind === 'no_credentials') {
        enter({ state: 'parked', reason: answer.why });
        askAgain();
      } else if (answer.kind === 'error' && answer.status === 401) {
        // Perhaps only the token was too old: with a new one the question is asked at once, and decides.
        doubted = at.conversation === '' ? undefined : at;
        enter({ state: 'away', reason: stoppedInWords(answer) });
        if (running) void check();
      } else if (answer.kind === 'not_sent' || (kind === 'post' && mayBePosted(answer))) {
        doubted = at.conversation === '' ? undefined : at;
        away(answerInWords(answer));
        askAgain();
      } else if (kind === 'post') {
        failures = 0;
      }
    },
  };
}

/** Anything but a failure of Teams' own: a question refused was answered, too. */
function isAnswered(answer: ConnectorAnswer): boolean {
  return answer.kind === 'ok' || (answer.kind === 'error' && answer.status < 500);
}
