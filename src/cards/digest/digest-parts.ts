/** What can be opened below a digest; what there is nothing of is left out. */
import { alertName } from '../../domain/alert.js';
import type { Digest, DueAlert } from '../../domain/digest/digest.js';
import type { AudienceKind } from '../../domain/digest/audience.js';
import type { NeedingAlert } from '../../domain/figures/summary.js';
import { countWords } from '../count-words.js';
import { daysWords } from '../day-words.js';
import { figureEach } from '../figure-lines.js';
import { headline } from '../headline.js';
import { momentWords } from '../moment-words.js';
import { actionLines } from '../post-mortem/action-lines.js';
import type { ReportPart } from '../report.js';
import { capital } from '../sentence.js';
import { SEVERITY_NAMES } from '../severity-names.js';
import { accountLines, themeLines } from '../summary-lines.js';
import { command, type Line, line, strong } from '../text.js';
import { lateWords } from './late-words.js';
import { withWhom } from './matter-words.js';
import { sinceWords } from './since-words.js';
import { thanksLines } from './thanks-lines.js';

type Part = (digest: Digest) => ReportPart | undefined;

/** In the order in which each asks. */
const PARTS: Readonly<Record<AudienceKind, readonly Part[]>> = {
  leadership: [figuresPart, aboutPart, stuckPart, thanksPart],
  managers: [stuckPart, duePart, promisesPart, figuresPart, aboutPart, thanksPart],
  team: [stuckPart, duePart, aboutPart, figuresPart, thanksPart],
};

export function digestParts(digest: Digest): readonly ReportPart[] {
  return PARTS[digest.question.kind].flatMap((part) => part(digest) ?? []);
}

function figuresPart(digest: Digest): ReportPart {
  const { question, news } = digest;
  const { first, last } = question.span;
  const since = `${news.heard} heard, ${countWords(news.alerts, 'alert')}, ${news.resolved.n} resolved`;
  return {
    title: 'Figures',
    lines: [
      line(`${capital(daysWords(first, last))}, against the 7 days before`),
      ...figureEach(digest),
      line(strong(capital(sinceWords(question))), ` ${since}`),
    ],
  };
}

function aboutPart(digest: Digest): ReportPart | undefined {
  return present('What it is about', [
    ...themeLines(digest),
    ...accountLines(digest),
    ...actionLines(digest),
  ]);
}

function stuckPart({ standing: { stuck, counts }, question }: Digest): ReportPart | undefined {
  const more = counts.unclaimed + counts.breached + counts.silent - stuck.length;
  const lines = stuck.map((each) => stuckLine(each, question));
  return present('What is stuck, and with whom', [...lines, ...moreLine(more)]);
}

function stuckLine(needing: NeedingAlert, question: Digest['question']): Line {
  const { view } = needing;
  return matterLine(view, `${withWhom(view) ?? 'nobody has it'}, ${lateWords(needing, question)}`);
}

function duePart({ standing: { due, dueCount }, question }: Digest): ReportPart | undefined {
  const lines = due.map((each) => dueLine(each, question));
  return present('Due within a day', [...lines, ...moreLine(dueCount - due.length)]);
}

const DUE: Readonly<Record<DueAlert['what'], string>> = {
  respond: 'an answer by',
  resolve: 'to be resolved by',
  promise: 'call-back promised for',
};

function dueLine({ what, at, view }: DueAlert, { asOf: now, timeZone }: Digest['question']): Line {
  const when = `${DUE[what]} ${momentWords(at, { now, timeZone })}`;
  return matterLine(view, `${withWhom(view) ?? 'nobody has it'}, ${when}`);
}

/** "High · CX-12 · Maria Lopez at Acme gave 2 of 5 · with Kim, an answer by 10:40". */
function matterLine(view: DueAlert['view'], standing: string): Line {
  const { severity, number } = view.alert;
  return line(strong(SEVERITY_NAMES[severity]), ` · ${alertName(number)} · ${headline(view)} · ${standing}`);
}

function promisesPart({ promises, promisesBefore }: Digest): ReportPart | undefined {
  const { kept, late, broken } = promises;
  if (kept + late + broken + promisesBefore.kept + promisesBefore.late + promisesBefore.broken === 0)
    return undefined;
  return {
    title: 'Promised call-backs',
    lines: [
      line(strong('Kept'), ` ${kept} (was ${promisesBefore.kept})`),
      line(strong('Late'), ` ${late} (was ${promisesBefore.late})`),
      line(strong('Broken'), ` ${broken} (was ${promisesBefore.broken})`),
    ],
  };
}

function thanksPart(digest: Digest): ReportPart | undefined {
  return present('Thanks', thanksLines(digest.thanks));
}

function moreLine(more: number): readonly Line[] {
  return more > 0 ? [line(`${more} more: `, command('/cx-alerts'), ' lists them all.')] : [];
}

function present(title: string, lines: readonly Line[]): ReportPart | undefined {
  return lines.length === 0 ? undefined : { title, lines };
}
