/** What is left on Slack of what was heard: cards, rows of roll-ups and threads, each held against the database. */
import { rollUpsIn, type ShownRow } from '../stories/read-roll-ups.js';
import { cardsIn } from '../stories/read-slack.js';
import { query } from '../stories/server-control.js';
import { MONEY, type Story } from '../stories/story.js';
import { type After, type AlertRow, ALERTS, type Findings, inWords, isTrue } from './kill-stage.js';

interface MessageRow {
  readonly id: string;
  readonly role: string;
  readonly state: string;
  readonly reference: string | null;
}

type Row<Of> = Of & Readonly<Record<string, unknown>>;

export async function lookOnSlack({ database, slack }: Story, { accepted, log }: After): Promise<Findings> {
  const url = database.url!;
  const signals = await query<{ id: string; alert: string | null }>(url, 'select id, alert from signals');
  const messages = await query<Row<MessageRow>>(
    url,
    `select id, role, state, reference from messages where platform = 'slack'`,
  );
  const alerts = await query<Row<AlertRow>>(url, ALERTS);
  const posted = slack.posts().map(({ id }) => id);
  const wished = new Set(messages.map(({ id }) => id));
  const alertOf = new Map(signals.map(({ id, alert }) => [id, alert]));
  const rollUps = rollUpsIn(slack, MONEY);
  const seen = alerts.map((alert) => ({
    alert,
    cards: cardsIn(slack, MONEY).filter(({ title }) => title.includes(`CX-${alert.number}*`)),
    rows: rollUps.flatMap(({ rows }) => rows.filter(({ name }) => name === `CX-${alert.number}`)),
  }));
  const isNamed = new Set(
    seen.filter(({ cards, rows }) => cards.length + rows.length > 0).map(({ alert }) => alert.number),
  );
  const logged = (words: string): number => log.filter(({ msg }) => msg.includes(words)).length;
  return {
    lost: [
      ...accepted.filter((id) => !isNamed.has(alertOf.get(id) ?? '')).map((id) => `voice ${id}`),
      ...messages
        .filter((message) => shouldStand(message) && !posted.includes(message.id))
        .map(({ id, role }) => `${role} ${id}`),
      ...alerts.filter(({ number }) => !isNamed.has(number)).map(({ number }) => `CX-${number}`),
    ],
    doubled: [
      ...slack.duplicates().map(({ id, posts }) => `message ${id} ×${posts.length}`),
      ...posted
        .filter((id) => id === undefined || !wished.has(id))
        .map((id) => `nobody wished for ${String(id)}`),
      ...seen.filter(({ cards }) => cards.length > 1).map(({ alert }) => `card of CX-${alert.number}`),
      ...seen.filter(({ rows }) => rows.length > 1).map(({ alert }) => `row of CX-${alert.number}`),
    ],
    untrue: seen.flatMap(({ alert, cards, rows }) => [
      ...cards.filter((card) => !isTrue(card, alert)).map(({ title }) => `${inWords(alert)}: ${title}`),
      ...rows
        .filter((row) => !isTrueRow(row, alert, cards.length > 0))
        .map(({ words, claim = 'no' }) => `${inWords(alert)}: ${words}, ${claim} Claim`),
    ]),
    settled: {
      adopted: logged('was found posted'),
      resent: logged('and is sent again'),
      ...(rollUps.length > 0 && {
        rollUps: rollUps.length,
        rows: rollUps.flatMap(({ rows }) => rows).length,
        claimedThere: seen.filter(({ cards, rows }) => cards.length > 0 && rows.length > 0).length,
      }),
    },
  };
}

/** All that came to rest; but a roll-up has nothing to say where each of its alerts got a card before it went out. */
function shouldStand({ role, state, reference }: MessageRow): boolean {
  return role === 'roll_up' ? reference !== null : state === 'posted';
}

/** Who has no card of its own is claimed there; who has one, has no button, and the row says whose it is. */
function isTrueRow({ words, claim }: ShownRow, alert: AlertRow, hasCard: boolean): boolean {
  if (hasCard) {
    return claim === undefined && /Claimed by Kim/iu.test(words) === (alert.state === 'claimed');
  }
  const counted = / · ×(\d+) · /u.exec(words)?.[1] ?? '1';
  return claim === alert.number && alert.state === 'open' && Number(counted) === alert.signal_count;
}
