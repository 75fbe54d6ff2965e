/** Whether calls to Teams are worth making: learnt from every answer, and asked by a question that changes nothing. */
import type { Log } from '../../use-cases/log.js';
import { createHealthWatch, HEALTH_TIMES, type HealthTimes, type HealthWatch } from '../wire/health.js';
import { answerInWords, type ConnectorAnswer } from './call/answer.js';
import { mayBePosted, stoppedInWords } from './outcome.js';
import type { CallKind, Connector, Place } from './sdk/connector.js';
import type { Credentials } from './sdk/credentials.js';

export interface Health extends Pick<HealthWatch, 'state' | 'start' | 'stop'> {
  /** To be told of every answer to a call. */
  readonly heard: (answer: ConnectorAnswer, call: { readonly kind: CallKind; readonly at: Place }) => void;
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

const FIELDS = { platform: 'teams' } as const;

/** Asked for fewer, Teams gives as many: https://learn.microsoft.com/microsoftteams/platform/resources/team-chat-member-api-changes */
const SMALLEST_PAGE = 50;

export function createTeamsHealth(deps: HealthDeps): Health {
  const { credentials, connector, log } = deps;
  /** Where a call went wrong last. */
  let doubted: Place | undefined;

  const ask = async (): Promise<void> => {
    const held = await credentials.token();
    switch (held.kind) {
      case 'refused':
        watch.enter({ state: 'parked', reason: held.why });
        return;
      case 'away':
        watch.unreached(held.why);
        return;
      case 'token': {
        const place = doubted ?? (await deps.somewhere().catch(() => undefined));
        judge(place && (await connector.members({ ...place, pageSize: SMALLEST_PAGE })));
      }
    }
  };

  const watch = createHealthWatch({
    ask,
    changed: {
      ok: (again) => {
        log.info(FIELDS, again ? 'Teams takes our calls again' : 'Teams is connected');
        deps.onReady();
      },
      away: (reason) => log.warn({ ...FIELDS, reason }, 'Teams cannot be reached; messages wait'),
      parked: (reason) => {
        log.error({ ...FIELDS, reason }, 'Teams has stopped us; messages wait until it is mended');
        deps.onParked(reason);
      },
    },
    times: deps.times ?? HEALTH_TIMES,
    random: deps.random,
  });

  /** Without an answer there was nowhere to ask. */
  const judge = (answer: ConnectorAnswer | undefined): void => {
    if (answer?.kind === 'no_credentials') {
      watch.enter({ state: 'parked', reason: answer.why });
    } else if (answer?.kind === 'error' && answer.status === 401) {
      watch.enter({ state: 'parked', reason: stoppedInWords(answer) });
    } else if (answer && !isAnswered(answer)) {
      watch.unreached(answerInWords(answer));
    } else {
      doubted = undefined;
      watch.enter({ state: 'ok' });
    }
  };

  return {
    state: watch.state,
    start: watch.start,
    stop: watch.stop,
    heard: (answer, { kind, at }) => {
      if (watch.state().state !== 'ok') return;
      if (answer.kind === 'no_credentials') {
        watch.enter({ state: 'parked', reason: answer.why });
      } else if (answer.kind === 'error' && answer.status === 401) {
        // Perhaps only the token was too old: with a new one the question is asked at once, and decides.
        doubted = at.conversation === '' ? undefined : at;
        watch.enter({ state: 'away', reason: stoppedInWords(answer) });
        watch.askNow();
      } else if (answer.kind === 'not_sent' || (kind === 'post' && mayBePosted(answer))) {
        doubted = at.conversation === '' ? undefined : at;
        watch.unreached(answerInWords(answer));
      } else if (kind === 'post') {
        watch.worked();
      }
    },
  };
}

/** Anything but a failure of Teams' own: a question refused was answered, too. */
function isAnswered(answer: ConnectorAnswer): boolean {
  return answer.kind === 'ok' || (answer.kind === 'error' && answer.status < 500);
}
