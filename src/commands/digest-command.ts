/** `earshot digest --audience leadership --date 2026-11-20 --dry-run`: prints a digest, and sends nothing. */
import { parseArgs } from 'node:util';
import { digestReport } from '../cards/digest/digest-report.js';
import { reportText } from '../cards/report-text.js';
import type { Settings } from '../config/settings.js';
import { digestQuestion } from '../domain/digest/digest-question.js';
import { zonedAudiences } from '../domain/digest/zoned-audiences.js';
import { nearWord } from '../domain/near-word.js';
import { dayAt, isDay } from '../domain/zoned-time.js';
import { openDatabase } from '../storage/database.js';
import { createLog } from '../telemetry/log.js';
import { readDigest } from '../use-cases/read-digest.js';

interface DigestDeps {
  /** Everything configured; ends the process where something is wrong with it. */
  readonly settings: () => Settings;
}

export async function digestCommand(args: readonly string[], deps: DigestDeps): Promise<void> {
  const asked = readArgs(args);
  if (typeof asked === 'string') {
    refuse(asked);
    return;
  }
  const settings = deps.settings();
  const clock = (): Date => new Date(Date.now() + (settings.test?.clockOffsetMs ?? 0));
  const { timeZone: here } = Intl.DateTimeFormat().resolvedOptions();
  const audiences = zonedAudiences(settings.digests, here);
  const names = audiences.map(({ name }) => name);
  const audience = audiences.find(({ name }) => name.toLowerCase() === asked.audience?.toLowerCase());
  if (!audience) {
    refuse(whichAudience(asked.audience, names));
    return;
  }
  const today = dayAt(clock(), audience.timeZone);
  const day = asked.date ?? today;
  if (day > today) {
    refuse(`${day} is still to come there: today is ${today}.`);
    return;
  }
  if (!asked.dryRun) {
    refuse('Digests are sent by the running process, at their time. To read one here, add --dry-run.');
    return;
  }
  const question = digestQuestion(audience, day);
  try {
    const database = await openDatabase({
      url: settings.databaseUrl,
      directory: settings.dataDirectory,
      clock,
      log: createLog('error'),
    });
    try {
      const digest = await database.transaction((store) => readDigest(store, question, settings.policy));
      console.log(reportText(digestReport(digest), { now: question.asOf, timeZone: audience.timeZone }));
    } finally {
      await database.close();
    }
  } catch (error) {
    console.error(`The digest cannot be read: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}

interface Asked {
  readonly audience: string | undefined;
  readonly date: string | undefined;
  readonly dryRun: boolean;
}

const OPTIONS = {
  audience: { type: 'string' },
  date: { type: 'string' },
  'dry-run': { type: 'boolean' },
} as const;

/** What was asked, or why it was not understood. */
function readArgs(args: readonly string[]): Asked | string {
  try {
    const { values } = parseArgs({ args: [...args], options: OPTIONS });
    if (values.date !== undefined && !isDay(values.date))
      return `“${values.date}” is no day of the calendar. Days are written 2026-11-20.`;
    return { audience: values.audience, date: values.date, dryRun: values['dry-run'] ?? false };
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}.`;
  }
}

function whichAudience(asked: string | undefined, names: readonly string[]): string {
  if (names.length === 0) return 'No digest is configured: earshot.yaml has an empty list of digests.';
  const known = `There ${names.length === 1 ? 'is' : 'are'}: ${names.join(', ')}.`;
  if (asked === undefined) return `Whose digest? ${known}`;
  const meant = nearWord(asked.toLowerCase(), names);
  return `No digest is for “${asked}”. ${meant === undefined ? '' : `Did you mean ${meant}? `}${known}`;
}

function refuse(why: string): void {
  console.error(
    `${why}\n\nFor example: node dist/cli.js digest --audience leadership --date 2026-11-20 --dry-run`,
  );
  process.exitCode = 2;
}
