/**
 * The minute tick of digests. Which local day was told is a row of its own, written in one transaction with what is posted: once for each
 * day by two processes, over restarts and however clocks jump; after downtime the newest day only.
 */
import type { ZonedAudience } from '../domain/digest/audience.js';
import { type DigestQuestion, digestQuestion } from '../domain/digest/digest-question.js';
import { isQuiet } from '../domain/digest/quiet-day.js';
import { latestRun, nextRun } from '../domain/digest/schedule.js';
import type { Silence } from '../domain/follow-up/silence.js';
import type { PlatformName } from '../domain/policy.js';
import { dayAt } from '../domain/zoned-time.js';
import type { Narrator } from './narrative/narrate.js';
import { readDigest, type ReadDigestStore } from './read-digest.js';
import type { Clock, NewId, Transaction } from './transaction.js';

export interface SendDigestsStore extends ReadDigestStore {
  /** Notes when each audience hears next; where it was to hear later than that, because a clock was wrong, it hears then. */
  expectRuns(runs: readonly { readonly audience: string; readonly at: Date }[]): void;
  dueAudiences(names: readonly string[], now: Date): Promise<readonly string[]>;
  /** Locks it, and answers when it was to hear; undefined where it is not due any more, or another process sends to it. */
  takeAudience(name: string, now: Date): Promise<Date | undefined>;
  nextRunAt(name: string, at: Date): void;
  /** Notes that the day was told, and wants its messages. */
  recordDigest(digest: DigestToSend): Promise<DigestSent>;
}

export interface DigestToSend {
  readonly question: DigestQuestion;
  /** Absent: nothing is said of the day. */
  readonly reportId?: string;
  readonly channels: readonly DigestChannel[];
  readonly people: readonly string[];
  /** Where people can be written to, and where a report has its parts in a thread. */
  readonly platforms: readonly PlatformName[];
  readonly threaded: readonly PlatformName[];
  readonly at: Date;
  /** When it is posted, at the latest; absent: at once. */
  readonly postAt?: Date;
}

export interface DigestChannel {
  readonly platform: PlatformName;
  readonly channel: string;
}

/** `people`: how many of them are known somewhere. */
export type DigestSent =
  | { readonly outcome: 'sent'; readonly messages: number; readonly people: number }
  | { readonly outcome: 'told_before' };

export interface SendDigestsDeps {
  readonly transaction: Transaction<SendDigestsStore>;
  readonly audiences: readonly ZonedAudience[];
  readonly channelsOf: (team: string) => Readonly<Partial<Record<PlatformName, string>>>;
  readonly fallbackTeam: string;
  readonly silence: Silence;
  readonly platforms: readonly PlatformName[];
  readonly threaded: readonly PlatformName[];
  readonly clock: Clock;
  readonly newId: NewId;
  readonly notices: {
    readonly set: (key: string, text: string) => Promise<void>;
    readonly clear: (key: string) => Promise<void>;
  };
  /** Absent: there is no model. Its report lets the messages go as soon as it is done. */
  readonly narrator?: Pick<Narrator, 'waitMs' | 'report'>;
  /** Called after a commit: there is something to post. */
  readonly changed: () => void;
}

/** One audience whose digest fails does not keep the others from theirs; its failure is thrown in the end, and it is tried again. */
export async function sendDigests(deps: SendDigestsDeps): Promise<void> {
  const { transaction, audiences, clock } = deps;
  if (audiences.length === 0) return;
  const now = clock();
  const due = await transaction((store) => {
    store.expectRuns(audiences.map((each) => ({ audience: each.name, at: nextRun(each, now).at })));
    return store.dueAudiences(
      audiences.map(({ name }) => name),
      now,
    );
  });
  const failures: unknown[] = [];
  for (const audience of audiences.filter(({ name }) => due.includes(name))) {
    try {
      await sendDigest(deps, audience);
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
}

async function sendDigest(deps: SendDigestsDeps, audience: ZonedAudience): Promise<void> {
  const { name, timeZone, to } = audience;
  let reportId: string | undefined;
  const sent = await deps.transaction(async (store) => {
    const now = deps.clock();
    const due = await store.takeAudience(name, now);
    if (!due) return undefined;
    store.nextRunAt(name, nextRun(audience, now).at);
    const run = latestRun(audience, now);
    // Its time was changed, and this day's is still to come.
    if (run.day < dayAt(due, timeZone)) return undefined;
    const question = digestQuestion(audience, run.day);
    const silent = audience.quiet === 'nothing' && isQuiet(await readDigest(store, question, deps.silence));
    if (!silent) reportId = deps.newId();
    const recorded = await store.recordDigest({
      question,
      ...(!silent && reportId !== undefined && { reportId }),
      ...(deps.narrator && { postAt: new Date(now.getTime() + deps.narrator.waitMs) }),
      channels: channelsFor(deps, audience),
      people: to.people,
      platforms: deps.platforms,
      threaded: deps.threaded,
      at: now,
    });
    return silent ? undefined : recorded;
  });
  if (sent?.outcome !== 'sent') return;
  if (sent.messages > 0) deps.changed();
  if (sent.messages > 0 && reportId !== undefined) void deps.narrator?.report(reportId);
  const fault = faultOf(audience, sent);
  await (fault === undefined ? deps.notices.clear(keyOf(name)) : deps.notices.set(keyOf(name), fault));
}

function channelsFor(
  { channelsOf, fallbackTeam, platforms }: SendDigestsDeps,
  { to }: ZonedAudience,
): readonly DigestChannel[] {
  const named = to.channelsOf.length + Object.keys(to.channels).length + to.people.length > 0;
  const teams = named ? to.channelsOf : [fallbackTeam];
  const all = [...teams.map(channelsOf), to.channels].flatMap((channels) =>
    platforms.flatMap((platform): readonly DigestChannel[] => {
      const channel = channels[platform];
      return channel === undefined ? [] : [{ platform, channel }];
    }),
  );
  return [...new Map(all.map((each) => [`${each.platform} ${each.channel}`, each])).values()];
}

function keyOf(audience: string): string {
  return `digest:${audience}`;
}

/** What somebody should mend; names no person. */
function faultOf(
  { name, to }: ZonedAudience,
  { messages, people }: { readonly messages: number; readonly people: number },
): string | undefined {
  const missing = to.people.length - people;
  if (missing > 0)
    return `The digest ${name} goes to ${to.people.length} people, of whom ${missing} ${missing === 1 ? 'is' : 'are'} not known on any platform: look at their addresses in earshot.yaml, or have them write to the bot once.`;
  if (messages === 0)
    return `The digest ${name} has nowhere to go: none of its channels is on a platform that is connected.`;
  return undefined;
}
