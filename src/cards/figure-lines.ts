/** The figures of a period in words, each with how many it stands on and what it was before. What nothing is known of is left out. */
import { OUTCOME_NAMES, OUTCOMES } from '../domain/alert.js';
import type { Figures } from '../domain/figures/figures.js';
import { npsDiffers } from '../domain/figures/nps.js';
import { differs, type Share } from '../domain/figures/share.js';
import type { Spread } from '../domain/figures/spread.js';
import type { Summary } from '../domain/figures/summary.js';
import { lengthWords } from './duration-words.js';
import { minus, percent, signed } from './percent.js';
import { type Inline, type Line, line, strong } from './text.js';

/** Of fewer, a per cent would make much of little: "was 4" says it. */
const LEAST_FOR_PERCENT = 20;

type Piece = readonly (Inline | string)[];

export function figureLines(figures: Pick<Summary, 'now' | 'previous'>): readonly Line[] {
  return rows(figures)
    .map(pieces)
    .filter((each) => each.length > 0);
}

/** The same, each on a line of its own. */
export function figureEach(figures: Pick<Summary, 'now' | 'previous'>): readonly Line[] {
  return rows(figures)
    .flat()
    .flatMap((piece) => (piece ? [line(...piece)] : []));
}

function rows({
  now,
  previous,
}: Pick<Summary, 'now' | 'previous'>): readonly (readonly (Piece | undefined)[])[] {
  return [
    [heard(now, previous), alerts(now, previous)],
    [csat(now, previous), nps(now, previous)],
    [took('Claimed', now.toClaim, previous.toClaim), took('Resolved', now.toResolve, previous.toResolve)],
    [inTime(now), share('Recovered', now.recovered, previous.recovered), promises(now, previous)],
    [outcomes(now)],
  ];
}

function pieces(all: readonly (Piece | undefined)[]): Line {
  const known = all.filter((each) => each !== undefined);
  return line(...known.flatMap((each, index) => (index === 0 ? each : [' · ', ...each])));
}

function heard({ counts }: Figures, previous: Figures): Piece {
  return [strong('Heard'), ` ${counts.heard}${change(counts.heard, previous.counts.heard)}`];
}

function alerts({ counts }: Figures, previous: Figures): Piece {
  return [strong('Alerts'), ` ${counts.alerts}${change(counts.alerts, previous.counts.alerts)}`];
}

/** " (+18 %)", " (was 4)". */
function change(now: number, before: number): string {
  if (before < LEAST_FOR_PERCENT) return ` (was ${before})`;
  return ` (${signed((100 * (now - before)) / before)}\u00a0%)`;
}

function csat(now: Figures, previous: Figures): Piece | undefined {
  if (!now.csat) return tooFew('CSAT', now.counts.satisfied.of);
  return [strong('CSAT'), ` ${percent(now.csat.value)} of ${now.csat.n}${points(now.csat, previous.csat)}`];
}

/** " (−6 points, beyond chance)". */
function points(now: Share, before: Share | undefined): string {
  if (!before) return '';
  const moved = Math.round(100 * now.value) - Math.round(100 * before.value);
  if (moved === 0) return ' (as before)';
  return ` (${signed(moved)} ${Math.abs(moved) === 1 ? 'point' : 'points'}, ${chance(differs(now, before))})`;
}

function nps(now: Figures, previous: Figures): Piece | undefined {
  if (!now.nps) return tooFew('NPS', now.counts.nps.of);
  const { value, n, margin } = now.nps;
  const was = previous.nps
    ? `, was ${minus(previous.nps.value)}: ${chance(npsDiffers(now.nps, previous.nps))}`
    : '';
  return [strong('NPS'), ` ${minus(value)} from ${n} answers (±${Math.round(margin)}${was})`];
}

function chance(beyond: boolean): string {
  return beyond ? 'beyond chance' : 'may be chance';
}

/** Nothing of a question that nobody answered. */
function tooFew(name: string, answers: number): Piece | undefined {
  if (answers === 0) return undefined;
  return [strong(name), ` ${answers === 1 ? '1 answer' : `${answers} answers`}, too few to say`];
}

function took(name: string, now: Spread | undefined, before: Spread | undefined): Piece | undefined {
  if (!now) return undefined;
  const [median, most] = [now.medianMs, now.ninthDecileMs].map(length);
  const was = before ? `; was ${length(before.medianMs)}` : '';
  return [strong(name), ` in ${median} (median of ${now.n}; 9 of 10 within ${most}${was})`];
}

function length(ms: number): string {
  return lengthWords(ms) ?? 'a minute';
}

function inTime({ answeredInTime: answered, resolvedInTime: resolved }: Figures): Piece | undefined {
  const parts = [
    answered && `answered ${percent(answered.value)} of ${answered.n}`,
    resolved && `resolved ${percent(resolved.value)} of ${resolved.n}`,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : [strong('In time'), ` ${parts.join(', ')}`];
}

function share(name: string, now: Share | undefined, before: Share | undefined): Piece | undefined {
  if (!now) return undefined;
  return [
    strong(name),
    ` ${percent(now.value)} of ${now.n}${before ? ` (was ${percent(before.value)})` : ''}`,
  ];
}

/** "Promises kept 14 of 15, 1 late (was 90 %)". */
function promises({ promisesKept: now }: Figures, { promisesKept: before }: Figures): Piece | undefined {
  if (!now) return undefined;
  const { kept, late, broken, n } = now;
  const rest = [late > 0 && `${late} late`, broken > 0 && `${broken} broken`].filter(
    (part) => part !== false,
  );
  const words = [`${kept} of ${n}`, ...rest].join(', ');
  return [strong('Promises kept'), ` ${words}${before ? ` (was ${percent(before.value)})` : ''}`];
}

function outcomes({ counts }: Figures): Piece | undefined {
  const named = OUTCOMES.filter((outcome) => counts.outcomes[outcome] > 0)
    .toSorted((a, b) => counts.outcomes[b] - counts.outcomes[a])
    .map((outcome) => `${counts.outcomes[outcome]} ${OUTCOME_NAMES[outcome].toLowerCase()}`);
  if (counts.dismissed > 0) named.push(`${counts.dismissed} set aside`);
  return named.length === 0 ? undefined : [strong('Closed'), ` ${named.join(', ')}`];
}
