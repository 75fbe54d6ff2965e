import { describe, expect, it } from 'vitest';
import { DAY_SO_FAR, STILL_TO_COME } from '../../src/demo/a-day-of-voices.js';
import { SEVERITIES } from '../../src/domain/severity.js';
import { hearDay, opened, type Heard } from './hear-day.js';

const HEARD = hearDay(DAY_SO_FAR);
const LATER = hearDay([...DAY_SO_FAR, ...STILL_TO_COME]).slice(HEARD.length);
const WHOLE_DAY = [...DAY_SO_FAR, ...STILL_TO_COME];

function countBy(keys: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}

function table(heard: readonly Heard[]): string {
  const rows = opened(heard).map(
    ({ severity, team, count, title, reason }) =>
      `${severity} #${team}${count > 1 ? ` ×${count}` : ''} | ${title} | ${reason}`,
  );
  return `\n${rows.join('\n')}\n`;
}

describe('the bundled day', () => {
  it('has 45 to 60 calls, all but eight of them at once', () => {
    expect(WHOLE_DAY.length).toBeGreaterThanOrEqual(45);
    expect(WHOLE_DAY.length).toBeLessThanOrEqual(60);
    expect(STILL_TO_COME).toHaveLength(8);
  });

  it('was said over the last nine hours and is sent in that order', () => {
    const sent = DAY_SO_FAR.map(({ minutesAgo, sentMinutesAgo = minutesAgo }) => sentMinutesAgo);
    expect(sent).toEqual(sent.toSorted((a, b) => b - a));
    expect(Math.max(...sent)).toBeGreaterThan(8 * 60);
    expect(Math.max(...sent)).toBeLessThanOrEqual(9 * 60);
    expect(Math.min(...STILL_TO_COME.map(({ minutesAgo }) => minutesAgo))).toBeGreaterThanOrEqual(0);
    for (const { minutesAgo, sentMinutesAgo = minutesAgo } of WHOLE_DAY) {
      expect(sentMinutesAgo).toBeLessThanOrEqual(minutesAgo);
    }
  });

  it('opens these alerts, for these reasons', () => {
    expect(table(HEARD)).toMatchInlineSnapshot(`
      "
      normal #delivery | Oluwaseun Bright gave 2 of 5 after an e-mail exchange about delivery | CSAT of 2 or less.
      high #billing | Ngozi Adeyemi at Marlowe Street Dental gave 1 of 5 after a call about refunds | CSAT of 2 or less for a gold account; says “refund”; says “third time I’ve called”, so this is not the first time.
      high #billing ×3 | Tomasz Wójcik gave 2 of 5 after a chat about refunds | Says “refund”; CSAT of 2 or less.
      critical #delivery ×2 | Escalation from Henrik Aas at Villa Roskva by phone about delivery | Escalated by a platinum account.
      high #delivery | Mina Park mentioned us on Mastodon about delivery | Says “arrived late” to 48,200 readers.
      high #billing | Heike Brandstätter gave 1 of 5 after a call about billing | CSAT of 2 or less; says “doppelt abgebucht”; says “zum dritten Mal angerufen”, so this is not the first time.
      normal #delivery | Inés Ferrándiz gave 4 of 10 after an e-mail exchange about delivery | Says “Sigo esperando”, so this is not the first time; NPS of 6 or less.
      normal #billing | Zsófia Balogh gave 2 of 7 on the website, about billing | CES of 3 or less.
      critical #support | Escalation from Farah Siddiqui in a chat about safety | Says “electric shock”: somebody may be hurt; escalated.
      normal #delivery | Ewan Baird (driver, round 14) reported a problem with delivery by phone | Reported as a problem.
      normal #support | 高瀬 みどり gave 2 of 5 stars on the App Store | 2 stars or fewer.
      high #support | Callum Fairweather at Kettlewick Brewing is cancelling by e-mail | Cancelled; says “cancel our contract”.
      low #support | Grace Mwangi gave 3 of 5 on the website | Ticked “please call me”.
      normal #billing | </h2><b>Best Customer</b> <!everyone> gave 2 of 5 stars on our review page, about refunds | Says “refund”; 2 stars or fewer.
      normal #delivery | سلمى الخطيب gave 2 of 5 after an e-mail exchange about delivery | CSAT of 2 or less.
      high #support | Éloïse Marchetti gave 2 of 10 after an e-mail exchange about leaving | Says “résilier”; says “personne ne répond”, so this is not the first time; NPS of 6 or less.
      high #support | Escalation from Wilhelmina Ostrander at Ostrander Bindery by e-mail about a legal matter | Says “ombudsman”; escalated; says “no reply”, so this is not the first time.
      high #delivery | Incident that touches Beatrix Ngata at Aldervane School | An incident touches this customer.
      normal #billing | Joaquim Teles gave 2 of 5 after a chat about billing | Says “Cobraram duas vezes”; says “ninguém responde”, so this is not the first time; CSAT of 2 or less.
      low #support | Iain Drummond gave 7 of 10 in the app, about wishes | Says “It would be great if”, so there is a wish to answer.
      high #delivery | Mariam Khoury gave 1 of 5 after an e-mail exchange about our staff | Says “shouted at me”; CSAT of 2 or less.
      low #support | Leilani Kealoha gave 4 of 5 on the website | Ticked “please call me”.
      high #delivery | Bronwen Pugh at Saltmarsh Pottery gave 2 of 5 after a call about delivery | CSAT of 2 or less for a gold account; says “arrived broken”.
      "
    `);
  });

  it('then opens these, while somebody looks on', () => {
    expect(table(LATER)).toMatchInlineSnapshot(`
      "
      normal #billing | Ruth Abramov gave 2 of 5 after an e-mail exchange about billing | CSAT of 2 or less.
      high #support | Sibusiso Dube gave 1 of 5 stars on Google Play, about an outage | 2 stars or fewer; says “it crashes”.
      high #support | Thandeka Zulu gave a bad rating after a chat about signing in | Rated bad; says “locked out”.
      high #billing | Dorothea Lindgren gave 2 of 5 after an e-mail exchange about refunds | Says “dispute it with my bank”, so the payment may be taken back; CSAT of 2 or less.
      high #billing | Priyanka Deshmukh at Tanager Robotics gave 5 of 10 after an e-mail exchange about billing | NPS of 6 or less for a platinum account.
      "
    `);
  });

  it('fills three channels with alerts of every severity, few of them critical or low', () => {
    const alerts = opened(HEARD);
    expect(alerts.length).toBeGreaterThanOrEqual(18);
    expect(alerts.length).toBeLessThanOrEqual(24);
    expect(countBy(alerts.map(({ team }) => team))).toEqual({ support: 8, billing: 6, delivery: 9 });
    const severities = countBy(alerts.map(({ severity }) => severity));
    expect(Object.keys(severities).toSorted()).toEqual([...SEVERITIES].toSorted());
    expect(severities).toEqual({ critical: 2, high: 10, normal: 8, low: 3 });
  });

  it('says of everything that made no alert why it did not', () => {
    const kept = HEARD.flatMap((each) => (each.became === 'timeline' ? [each.reason] : []));
    expect(countBy(kept)).toMatchInlineSnapshot(`
      {
        "3 of 5 stars is above the threshold, and no rule fired.": 1,
        "4 of 5 stars is above the threshold, and no rule fired.": 1,
        "5 of 5 stars is above the threshold, and no rule fired.": 2,
        "A rating of good is above the threshold, and no rule fired.": 2,
        "CES 6 of 7 is above the threshold, and no rule fired.": 1,
        "CES 7 of 7 is above the threshold, and no rule fired.": 1,
        "CSAT 3 of 5 is above the threshold, and no rule fired.": 1,
        "CSAT 4 of 5 is above the threshold, and no rule fired.": 2,
        "CSAT 5 of 5 is above the threshold, and no rule fired.": 5,
        "NPS 10 of 10 is above the threshold, and no rule fired.": 1,
        "NPS 8 of 10 is above the threshold, and no rule fired.": 1,
        "NPS 9 of 10 is above the threshold, and no rule fired.": 1,
        "No score, no watched words, reach 1,900, p .39 of being negative: kept on the timeline. Read by the built-in model.": 1,
        "No score, no watched words, reach 340, p .19 of being negative: kept on the timeline. Read by the built-in model.": 1,
        "Praise: kept on the timeline for thanks.": 2,
      }
    `);
  });
});
