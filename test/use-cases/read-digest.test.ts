/** What the digest of a day says, to whom, from a real database; long because it is compared whole, as a terminal prints it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { digestReport } from '../../src/cards/digest/digest-report.js';
import { reportText } from '../../src/cards/report-text.js';
import type { AudienceKind, ZonedAudience } from '../../src/domain/digest/audience.js';
import { digestQuestion } from '../../src/domain/digest/digest-question.js';
import type { Signal } from '../../src/domain/signal.js';
import { readDigest } from '../../src/use-cases/read-digest.js';
import { createWorld, type World } from '../world.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

let world: World;
let kim: string;
let ana: string;
beforeEach(async () => {
  world = await createWorld();
  kim = await world.staff('Kim Larsen');
  ana = await world.staff('Ana Ruiz');
});
afterEach(() => world.database.close());

const audience = (kind: AudienceKind, teams: readonly string[] = []): ZonedAudience => ({
  name: teams[0] ?? kind,
  kind,
  minutes: 8 * 60,
  timeZone: 'UTC',
  weekdays: [0, 1, 2, 3, 4],
  teams,
  to: { channelsOf: [], channels: {}, people: [] },
  quiet: 'line',
});

async function text(kind: AudienceKind, day = '2026-12-04', teams: readonly string[] = []): Promise<string> {
  const question = digestQuestion(audience(kind, teams), day);
  const digest = await world.database.transaction((store) => readDigest(store, question, {}));
  return reportText(digestReport(digest), { now: question.asOf, timeZone: 'UTC' }).replaceAll('\u00a0', ' ');
}

const customer = (name: string, annualValue?: number): Partial<Signal> => ({
  customer: { id: name, name },
  ...(annualValue !== undefined && {
    account: { id: `${name} Ltd`, name: `${name} Ltd`, annualValue, currency: 'EUR' },
  }),
});

let opened = 0;
async function alert(more: Partial<Signal>): Promise<number> {
  await world.hear(more);
  await world.triageAll();
  opened += 1;
  return opened;
}

async function resolve(
  number: number,
  by: string,
  outcome: 'recovered' | 'partly' = 'recovered',
): Promise<void> {
  await world.change(number, by, { verb: 'claim' });
  world.pass(HOUR);
  await world.change(number, by, { verb: 'resolve', outcome, rootCause: 'Stuck in review' });
}

/** From Friday 20 November, 09:00: a calm week, then one with many refunds, up to Friday 4 December, 08:00. */
async function twoWeeks(): Promise<void> {
  opened = 0;
  await resolve(await alert(customer('Bo')), kim);
  world.pass(7 * DAY);
  for (const [index, name] of ['Maria', 'Jo', 'Lena', 'Omar', 'Pia', 'Quinn'].entries()) {
    const number = await alert(customer(name, index < 2 ? 48_000 : undefined));
    if (index < 4) await resolve(number, index % 2 === 0 ? kim : ana, index === 3 ? 'partly' : 'recovered');
    world.pass(20 * HOUR);
  }
  await world.change(6, ana, { verb: 'claim' });
  const legal = await alert({ ...customer('Sam', 120_000), text: 'My lawyer will write to you' });
  await world.change(legal, kim, { verb: 'claim' });
  passTo('2026-12-03T10:00:00Z');
  const due = new Date(world.clock().getTime() + 2 * HOUR);
  await world.change(6, ana, { verb: 'promise', due, timeZone: 'UTC' });
  world.pass(HOUR);
  await world.change(6, ana, { verb: 'log_contact', channel: 'call', result: 'reached' });
  await world.hear(
    {
      kind: 'praise',
      text: 'Ana sorted it out in ten minutes, thank you so much!',
      agent: 'Ana Ruiz',
      ...customer('Rosa', 9_000),
    },
    { ...customer('Tom'), score: { metric: 'csat', value: 5, scale: { min: 1, max: 5 } }, text: 'Good.' },
  );
  await world.triageAll();
  await resolve(await alert({ ...customer('Vera'), text: 'The parcel is late' }), kim);
  await alert({ ...customer('Will'), text: 'The parcel is broken' });
  passTo('2026-12-04T08:00:00Z');
}

function passTo(moment: string): void {
  world.pass(new Date(moment).getTime() - world.clock().getTime());
}

/** What every audience is told of these two weeks, each in its own order. */
const PER_DAY = paragraph(
  'Alerts a day, this week and the one before',
  '  Fri 20     1',
  '  Sat 21     0',
  '  Sun 22     0',
  '  Mon 23     0',
  '  Tue 24     0',
  '  Wed 25     0',
  '  Thu 26     0',
  '  Fri 27     1',
  '  Sat 28     1',
  '  Sun 29     1',
  '  Mon 30     2',
  '  Tue 1      1',
  '  Wed 2      1',
  '  Thu 3      2',
);
const FIGURES = paragraph(
  'Figures',
  '  27 November to 3 December 2026, against the 7 days before',
  '  Heard 11 (was 1)',
  '  Alerts 9 (was 1)',
  '  CSAT 10 % of 10',
  '  Claimed in a minute (median of 7; 9 of 10 within 16 h)',
  '  Resolved in 1 h (median of 5; 9 of 10 within 1 h)',
  '  In time answered 67 % of 9, resolved 67 % of 6',
  '  Recovered 80 % of 5',
  '  Closed 4 recovered, 1 partly recovered',
  '  Since Thursday 4 heard, 2 alerts, 1 resolved',
);
const THEMES = paragraph('What it is about', '  Themes refunds 6 (was 1) · legal 1 (was 0)');
const STUCK = paragraph(
  'What is stuck, and with whom',
  '  Critical · CX-8 · Sam at Sam Ltd gave 2 of 5, about a legal matter · with Kim Larsen, it was to be resolved by Wed 2 Dec, 18:00',
  '  Normal · CX-7 · Quinn gave 2 of 5, about refunds · nobody has it, an answer was due Tue 1 Dec, 22:00',
  '  Normal · CX-10 · Will gave 2 of 5 · nobody has it, an answer was due Thu 3 Dec, 16:00',
  '  Normal · CX-6 · Pia gave 2 of 5, about refunds · with Ana Ruiz, it was to be resolved by Thu 3 Dec, 22:00',
);
const THANKS = paragraph(
  'Thanks',
  '  “Ana sorted it out in ten minutes, thank you so much!” Rosa at Rosa Ltd, about Ana Ruiz',
  '  Kim Larsen made it right for Vera',
);

function paragraph(...lines: readonly string[]): string {
  return lines.join('\n');
}

function told(...paragraphs: readonly string[]): string {
  return paragraphs.join('\n\n');
}

describe('a digest', () => {
  beforeEach(twoWeeks);

  it('tells leadership the story, how the rest stands and what waits, and then the figures', async () => {
    expect(await text('leadership')).toBe(
      told(
        'Friday 4 December · Customer voice',
        paragraph(
          'The story is refunds: 6 customers in 7 days, €96k a year between them, against 1 in the 7 days before; 4 of 4 resolved were put down to “Stuck in review”.',
          'Overall we are behind: 6 of 9 alerts had an owner in time and 4 of 5 customers who were followed up have been made whole.',
          'One thing is waiting: CX-8 (Sam at Sam Ltd gave 2 of 5, about a legal matter; €120k a year), with Kim Larsen; it was to be resolved by Wed 2 Dec, 18:00; 3 more are past their time.',
        ),
        PER_DAY,
        FIGURES,
        THEMES,
        STUCK,
        THANKS,
      ),
    );
  });

  it('tells managers of deadlines, promises and who is stuck', async () => {
    expect(await text('managers')).toBe(
      told(
        'Friday 4 December · Customer voice for managers',
        paragraph(
          'Deadlines: in 7 days 6 of 9 alerts had an owner in time and 4 of 6 were resolved in time.',
          'Promises: the one promised call-back was kept.',
          'Stuck: 4 alerts are past their time or silent, 2 that nobody has, 1 with Ana Ruiz and 1 with Kim Larsen.',
        ),
        PER_DAY,
        STUCK,
        paragraph('Promised call-backs', '  Kept 1 (was 0)', '  Late 0 (was 0)', '  Broken 0 (was 0)'),
        FIGURES,
        THEMES,
        THANKS,
      ),
    );
  });

  it('tells a team of its alerts and their owners', async () => {
    expect(await text('team', '2026-12-04', ['support'])).toBe(
      told(
        'Friday 4 December · Customer voice for support',
        paragraph(
          '4 alerts are open: 2 that nobody has and 2 with an owner (Ana Ruiz 1, Kim Larsen 1).',
          'Since Thursday: 4 heard, 2 new alerts, 1 resolved (1 made whole).',
          'First: CX-8 (Sam at Sam Ltd gave 2 of 5, about a legal matter; €120k a year), with Kim Larsen; it was to be resolved by Wed 2 Dec, 18:00.',
        ),
        PER_DAY,
        STUCK,
        THEMES,
        FIGURES,
        THANKS,
      ),
    );
  });

  it('reads the same later, whatever became of its alerts', async () => {
    const before = await Promise.all(
      (['leadership', 'managers', 'team'] as const).map((kind) => text(kind, '2026-12-04', ['support'])),
    );
    world.pass(HOUR);
    await world.change(6, kim, { verb: 'take_over', why: 'Ana is away' });
    await world.change(6, kim, { verb: 'resolve', outcome: 'recovered', rootCause: 'x' });
    await world.change(7, kim, { verb: 'claim' });
    await world.change(7, kim, { verb: 'dismiss', dismissal: 'misread' });
    await world.change(8, kim, { verb: 'release' });
    await world.change(10, ana, { verb: 'claim' });
    await alert({ ...customer('Yara'), text: 'refund' });
    world.pass(30 * DAY);
    const after = await Promise.all(
      (['leadership', 'managers', 'team'] as const).map((kind) => text(kind, '2026-12-04', ['support'])),
    );
    expect(after).toEqual(before);
    expect(await text('leadership', '2026-12-07')).not.toBe(before[0]);
  });

  it('of a team that heard nothing is one line', async () => {
    expect(await text('team', '2026-12-04', ['fallback'])).toBe(
      'Friday 4 December · Customer voice for fallback\n\nA quiet day: nothing was heard since Thursday, and nothing is waiting.',
    );
  });

  it('after a weekend tells of all of it', async () => {
    await alert({ ...customer('Zoe'), text: 'The parcel is late' });
    expect(await text('team', '2026-12-07', ['support'])).toContain('Since Friday: 1 heard, 1 new alert');
  });
});

it('with nothing behind it says so in one line', async () => {
  expect(await text('leadership')).toBe(
    'Friday 4 December · Customer voice\n\nA quiet day: nothing was heard since Thursday, and nothing is waiting.',
  );
});
