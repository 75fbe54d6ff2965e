/**
 * Narratives of digests, shared summaries and post-mortems. Who waits for one never waits longer than its limit: the messages of a report
 * are wanted from then on whatever becomes of the model, of this process or of its key.
 */
import type { DigestQuestion } from '../../domain/digest/digest-question.js';
import { isQuiet } from '../../domain/digest/quiet-day.js';
import { boundToThemes } from '../../domain/narrative/figures-of-themes.js';
import type { NarrativeVoice } from '../../domain/narrative/narrative.js';
import {
  postMortemFigures,
  reportFigures,
  THEME_LETTERS,
  themeFigure,
} from '../../domain/narrative/told-figures.js';
import { themesTold } from '../../domain/narrative/themes-told.js';
import type { Silence } from '../../domain/follow-up/silence.js';
import type { ToldPeriod } from '../../domain/told-report.js';
import type { AskModel } from '../ask-model.js';
import type { Log } from '../log.js';
import type { PostMortemStore } from '../post-mortem/post-mortem-store.js';
import { readReport, type ReadReportStore } from '../read-report.js';
import type { Scope } from '../read-summary.js';
import type { Clock, Transaction } from '../transaction.js';
import type { NarrativeStore } from './narrative-store.js';
import { writeNarrative } from './write-narrative.js';

export interface NarrateDeps {
  readonly transaction: Transaction<
    NarrativeStore & ReadReportStore & Pick<PostMortemStore, 'viewPostMortem'>
  >;
  readonly ask: AskModel;
  readonly silence: Silence;
  readonly clock: Clock;
  readonly log: Log;
  /** Called after a commit: there is something to post. */
  readonly wanted: () => void;
}

export interface Narrator {
  /** How long the messages of a report may wait. */
  readonly waitMs: number;
  /** Never throws, and is not to be waited for. */
  report(id: string): Promise<void>;
  postMortem(number: number): Promise<void>;
}

/** A director who opens the digest on the minute has it on the minute. */
export const NARRATIVE_WAIT_MS = 25_000;
const MOST_VOICES = 30;

export function createNarrator(deps: NarrateDeps): Narrator {
  const { transaction, ask, silence, clock, log, wanted } = deps;
  /** Answers whether there is one now. */
  const quietly = async (what: string, work: () => Promise<boolean>): Promise<boolean> => {
    try {
      return await work();
    } catch (error) {
      log.warn(
        { what, why: error instanceof Error ? error.message : String(error) },
        'a narrative could not be written',
      );
      return false;
    }
  };
  const release = (id: string): Promise<boolean> =>
    quietly('report', async () => {
      await transaction((store) => {
        store.releaseReport(id, clock());
      });
      wanted();
      return false;
    });
  return {
    waitMs: NARRATIVE_WAIT_MS,
    async report(id) {
      const kept = await quietly('report', async () => {
        const read = await transaction((store) => readForNarrative(store, id, clock(), silence));
        const narrative =
          read &&
          (await writeNarrative(ask, {
            voices: read.voices,
            figures: reportFigures(read.told),
            about: themesTold(read.told)
              .slice(0, THEME_LETTERS.length)
              .map((theme, index) => `{${themeFigure(index)}} is of ${theme}`),
          }));
        if (!read || !narrative) return false;
        await transaction((store) => {
          store.keepReportNarrative(id, boundToThemes(narrative, read.told), clock());
        });
        wanted();
        return true;
      });
      if (!kept) await release(id);
    },
    async postMortem(number) {
      await quietly('post-mortem', async () => {
        const read = await transaction(async (store) => {
          const view = await store.viewPostMortem(number);
          return view && { view, said: await store.voicesOf(view.alerts.map(({ alert }) => alert.number)) };
        });
        if (!read) return false;
        const { view, said: voices } = read;
        const narrative = await writeNarrative(ask, { voices, figures: postMortemFigures(view), about: [] });
        if (!narrative) return false;
        const kept = await transaction((store) => store.keepPostMortemNarrative(number, narrative, clock()));
        if (kept) wanted();
        return kept;
      });
    },
  };
}

async function readForNarrative(
  store: NarrativeStore & ReadReportStore,
  id: string,
  now: Date,
  silence: Silence,
): Promise<{ readonly told: ToldPeriod; readonly voices: readonly NarrativeVoice[] } | undefined> {
  const told = await readReport(store, id, now, silence);
  if (!told || told.kind === 'voice' || (told.kind === 'digest' && isQuiet(told.digest))) return undefined;
  const { period } = told.kind === 'digest' ? told.digest : told.summary;
  return { told, voices: await store.voicesIn(period, scopeOf(told), MOST_VOICES) };
}

function scopeOf(told: ToldPeriod): Scope {
  if (told.kind === 'digest') {
    const { teams }: Pick<DigestQuestion, 'teams'> = told.digest.question;
    return teams.length > 0 ? { teams } : {};
  }
  const { team, source } = told.summary.question;
  return { ...(team !== undefined && { teams: [team] }), ...(source !== undefined && { source }) };
}
