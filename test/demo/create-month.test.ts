import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY } from '../../src/config/default-policy.js';
import { BUILT_IN_FLAGS } from '../../src/config/built-in-rules/built-in-flags.js';
import { DAY_SO_FAR, STILL_TO_COME } from '../../src/demo/a-day-of-voices.js';
import { demoPolicy, DEMO_STAFF } from '../../src/demo/demo-config.js';
import { createMonth } from '../../src/demo/month/create-month.js';
import type { PastAct, PastCall } from '../../src/demo/past.js';
import type { Signal } from '../../src/domain/signal.js';
import { triage } from '../../src/domain/triage.js';
import { dayAt, wallClock, weekdayOf } from '../../src/domain/zoned-time.js';
import { loadBuiltInModel } from '../../src/reading/built-in-model.js';
import { createReader } from '../../src/reading/create-reader.js';
import { detectLanguage } from '../../src/reading/detect-language.js';
import { createJudge } from '../../src/reading/judge.js';
import { standard } from '../../src/sources/standard.js';

const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const DAY_MS = 86_400_000;
const WEDNESDAY = { now: new Date('2026-11-18T15:20:00Z'), timeZone: 'Europe/London' };
/** Awkward hours: just after midnight on a Monday far east, Sunday night, two days on which clocks change, the end of a year. */
const STARTS = [
  WEDNESDAY,
  { now: new Date('2026-11-15T11:10:00Z'), timeZone: 'Pacific/Auckland' },
  { now: new Date('2026-11-15T23:55:00Z'), timeZone: 'Europe/London' },
  { now: new Date('2026-10-25T12:00:00Z'), timeZone: 'Europe/Berlin' },
  { now: new Date('2026-03-29T00:59:00Z'), timeZone: 'Europe/Lisbon' },
  { now: new Date('2027-01-01T02:00:00Z'), timeZone: 'America/New_York' },
];

const source = standard.create({ name: 'voice', secrets: [SECRET], settings: {} });
const policy = demoPolicy(DEFAULT_POLICY);
const read = createReader({
  judge: createJudge(loadBuiltInModel()),
  detectLanguage,
  flags: BUILT_IN_FLAGS,
  themes: policy.reading?.themes ?? [],
});

const month = (start: (typeof STARTS)[number]) => createMonth({ ...start, name: 'voice', secret: SECRET });
const calls = (start: (typeof STARTS)[number]): readonly PastCall[] =>
  month(start).filter((moment) => moment.kind === 'call');
const acts = (start: (typeof STARTS)[number]): readonly PastAct[] =>
  month(start).filter((moment) => moment.kind === 'act');

/** As the product's own source reads it. */
function signalOf({ request, at, deliveryId }: PastCall): Signal {
  const reading = source.read(request, at);
  const [element] = 'faults' in reading ? [] : reading.elements;
  if (element?.kind !== 'signal') throw new Error(`${deliveryId} cannot be read`);
  return element.signal;
}

const decide = (signal: Signal) =>
  triage('voice', signal, policy, signal.text === undefined ? undefined : read(signal.text, signal.language));

describe('the month before the demo', () => {
  it('is the same for the same start', () => {
    expect(month(WEDNESDAY)).toEqual(month(WEDNESDAY));
  });

  it.each(STARTS)('started $now in $timeZone it is two months in order, and none of it is later', (start) => {
    const moments = month(start);
    const times = moments.map(({ at }) => at.getTime());
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(times.at(-1)).toBeLessThanOrEqual(start.now.getTime());
    const days = (start.now.getTime() - (times[0] ?? 0)) / DAY_MS;
    expect(days).toBeGreaterThan(54);
    expect(days).toBeLessThan(60);
  });

  it.each(STARTS)('started $now in $timeZone it is as full as on any other day', (start) => {
    const all = calls(start);
    expect(all.length).toBeGreaterThan(560);
    expect(all.length).toBeLessThan(620);
    expect(all.filter(({ urgent }) => urgent).length).toBeGreaterThan(140);
    expect(acts(start).length).toBeGreaterThan(430);
  });

  it('its calls are signed as at their time, read by the real source, and each is another', () => {
    const all = calls(WEDNESDAY);
    for (const { request, at } of all) expect(source.verify(request, at)).toEqual({ verified: true });
    for (const call of all) expect(signalOf(call).extra).toBeUndefined();
    const later = [...DAY_SO_FAR, ...STILL_TO_COME].flatMap(({ says }) =>
      'kind' in says ? [says.external_id] : [],
    );
    const ids = [...all.map((call) => signalOf(call).externalId), ...new Set(later)];
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(all.map(({ deliveryId }) => deliveryId)).size).toBe(all.length);
  });

  it('whatever somebody did something about needs a person, and nothing else does', () => {
    const all = calls(WEDNESDAY);
    const wrong = all.filter((call) => decide(signalOf(call)).needsPerson !== call.urgent);
    expect(wrong.map((call) => signalOf(call).text ?? signalOf(call).externalId)).toEqual([]);
  });

  it('weekends are thin, and nobody of the staff works on them or at night', () => {
    const { now, timeZone } = WEDNESDAY;
    const isWeekend = (at: Date): boolean => weekdayOf(dayAt(at, timeZone)) >= 5;
    const quiet = calls(WEDNESDAY).filter(({ at }) => isWeekend(at));
    expect(quiet.length).toBeGreaterThan(30);
    expect(quiet.length).toBeLessThan(50);
    const worked = acts(WEDNESDAY).filter(({ at }) => dayAt(at, timeZone) < dayAt(now, timeZone));
    expect(worked.filter(({ at }) => isWeekend(at))).toEqual([]);
    const hours = worked.map(({ at }) => wallClock(at, timeZone).hour);
    expect(Math.min(...hours)).toBeGreaterThanOrEqual(8);
    expect(Math.max(...hours)).toBeLessThanOrEqual(18);
  });

  it('all six of the staff are in it, and no two customers say the same', () => {
    const known = DEMO_STAFF.map(({ userId }) => userId);
    expect(new Set(acts(WEDNESDAY).map(({ userId }) => userId))).toEqual(new Set(known));
    const texts = calls(WEDNESDAY).flatMap((call) => signalOf(call).text ?? []);
    expect(texts.length).toBeGreaterThan(170);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('is told in many languages', () => {
    const languages = new Set(calls(WEDNESDAY).flatMap((call) => signalOf(call).language ?? []));
    expect([...languages].toSorted()).toEqual([
      'da',
      'de',
      'es',
      'fr',
      'it',
      'ja',
      'nl',
      'pl',
      'pt-PT',
      'ro',
    ]);
  });

  it('tells of refunds that rise since a fortnight and of a login that was mended', () => {
    const { now } = WEDNESDAY;
    const days = (theme: string): readonly number[] =>
      calls(WEDNESDAY)
        .filter((call) => call.urgent && decide(signalOf(call)).theme === theme)
        .map(({ at }) => Math.floor((now.getTime() - at.getTime()) / DAY_MS));
    const refunds = days('refunds');
    expect(refunds.filter((ago) => ago <= 14).length).toBeGreaterThanOrEqual(20);
    expect(refunds.filter((ago) => ago > 14 && ago <= 60).length).toBeLessThanOrEqual(8);
    const login = days('login');
    expect(login.filter((ago) => ago >= 20 && ago < 30).length).toBeGreaterThanOrEqual(10);
    expect(login.filter((ago) => ago < 20)).toEqual([]);
  });

  it('leads nowhere: every address and e-mail is of a name that can belong to nobody', () => {
    const bodies = calls(WEDNESDAY).map(({ request }) => request.body.toString());
    const addresses = [...bodies.join('\n').matchAll(/https?:\/\/[^/"|>)\\ ]+|[\w.-]+@[\w.-]+\.\w+/gu)];
    expect(addresses.length).toBeGreaterThan(500);
    for (const [address] of addresses) expect(address).toMatch(/\.example$/u);
  });
});
