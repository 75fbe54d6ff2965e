/** What is done by the clock: each line with its name in the log and its times. */
import type { Settings } from '../config/settings.js';
import { zonedAudiences } from '../domain/digest/zoned-audiences.js';
import type { PlatformName } from '../domain/policy.js';
import { USUAL_ALIKE } from '../domain/post-mortem/worth-one.js';
import type { TimetableLine } from '../schedule/timetable.js';
import type { Database } from '../storage/database.js';
import { attendAlerts } from '../use-cases/attend-alerts.js';
import { keepHouse } from '../use-cases/keep-house.js';
import { offerPostMortems } from '../use-cases/post-mortem/offer-post-mortems.js';
import { tellAlertsAlike } from '../use-cases/post-mortem/tell-alerts-alike.js';
import { sendDigests, type SendDigestsDeps } from '../use-cases/send-digests.js';
import type { Clock, NewId } from '../use-cases/transaction.js';
import type { WiredModel } from './wire-model.js';
import { themeLines, type WiredThemes } from './wire-themes.js';

export interface TimetableDeps {
  readonly database: Database;
  readonly settings: Pick<Settings, 'policy' | 'digests'>;
  /** IANA name: of audiences, and of people who are reminded in their morning, that have no zone of their own. */
  readonly timeZone: string;
  readonly notices: SendDigestsDeps['notices'];
  readonly channelsOf: (team: string) => Readonly<Partial<Record<PlatformName, string>>>;
  /** Where people can be written to. */
  readonly platforms: readonly PlatformName[];
  readonly themes: WiredThemes;
  readonly model?: Pick<WiredModel, 'read' | 'ask'>;
  readonly narrator?: SendDigestsDeps['narrator'];
  /** Messages are to be posted or edited, and somebody may look at what they tell. */
  readonly changed: () => void;
  readonly clock: Clock;
  readonly newId: NewId;
}

/** A thousand follow-ups; the embedded database has one connection, on which voices wait. */
const SLICES_AT_ONCE = 4;
/** Where what can be opened below a digest stands in its thread; elsewhere it opens in the message itself. */
const WITH_THREADS: readonly PlatformName[] = ['slack'];

export function timetableLines(deps: TimetableDeps): readonly TimetableLine[] {
  const { database, settings, timeZone, notices, channelsOf, platforms, narrator } = deps;
  const { transaction, upkeep } = database;
  const { policy, digests } = settings;
  const told = { transaction, clock: deps.clock, newId: deps.newId, changed: deps.changed };
  return [
    {
      name: 'attend to follow-ups',
      at: '* * * * *',
      atStart: true,
      run: () =>
        attendAlerts({
          ...told,
          policy,
          platforms,
          slicesAtOnce: upkeep ? 1 : SLICES_AT_ONCE,
          timeZone,
        }),
    },
    {
      name: 'tell alerts alike',
      at: '* * * * *',
      atStart: true,
      run: () => tellAlertsAlike({ ...told, wanted: deps.changed }),
    },
    {
      name: 'offer post-mortems',
      at: '*/10 * * * *',
      atStart: true,
      run: () =>
        offerPostMortems({
          ...told,
          offerAfter: policy.postMortems ? policy.postMortems.offerAfter : USUAL_ALIKE,
          wanted: deps.changed,
        }),
    },
    ...themeLines({ ...told, themes: deps.themes, ...(deps.model && { ask: deps.model.ask }) }),
    {
      name: 'send digests',
      at: '* * * * *',
      atStart: true,
      run: () =>
        sendDigests({
          ...told,
          audiences: zonedAudiences(digests, timeZone),
          fallbackTeam: policy.fallbackTeam,
          silence: policy,
          threaded: WITH_THREADS,
          notices,
          ...(narrator && { narrator }),
          channelsOf,
          platforms,
        }),
    },
    { name: 'forget what has had its time', at: '* * * * *', run: () => keepHouse(told) },
    ...(upkeep
      ? [
          { name: 'checkpoint', at: '*/5 * * * *', run: () => upkeep.checkpoint() },
          { name: 'vacuum', at: '30 3 * * *', run: () => upkeep.vacuum() },
        ]
      : []),
  ];
}
