/** The two months before the demo's start, as calls of a sender and acts of the staff, from the first to the last. */
import { createHash } from 'node:crypto';
import { demoUserId } from '../demo-config.js';
import type { PastAct, PastCall, PastMoment } from '../past.js';
import { signedHeaders } from '../signed-headers.js';
import { bodyOf, say, type Saying, type SayingCustomer } from '../voice.js';
import type { Act } from './acts.js';
import { type Calendar, createCalendar } from './calendar.js';
import { quietTales } from './quiet-tales.js';
import type { Tale } from './tale.js';
import { TALES } from './tales.js';

export interface MonthOptions {
  /** The start of the demo: everything is told from there back. */
  readonly now: Date;
  /** IANA name: whose days and working hours. */
  readonly timeZone: string;
  /** The source that the calls are of, and its secret. */
  readonly name: string;
  readonly secret: string;
}

interface Told {
  readonly at: Date;
  readonly tale: Tale;
}

/** What had not happened yet at `now` is left out: it is what is open. */
export function createMonth(options: MonthOptions): readonly PastMoment[] {
  const { now, timeZone } = options;
  const calendar = createCalendar(now, timeZone);
  const told = [...TALES, ...quietTales()]
    .map((tale): Told => ({ at: calendar.moment(tale.on), tale }))
    .filter(({ at }) => at <= now)
    .toSorted((a, b) => a.at.getTime() - b.at.getTime());
  const moments = told.flatMap(({ at, tale }, index): readonly PastMoment[] => {
    const saying = sayingOf(tale, index);
    const call = callOf(saying, { at, urgent: tale.then !== undefined }, options);
    return [call, ...(tale.then ?? []).map((act) => actOf(act, { at, tale, calendar }, call))];
  });
  return moments.filter(({ at }) => at <= now).toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

function callOf(
  saying: Saying,
  { at, urgent }: Pick<PastCall, 'at' | 'urgent'>,
  { name, secret }: MonthOptions,
): PastCall {
  const voice = say(0, saying);
  const { deliveryId } = voice;
  const body = bodyOf(voice, at);
  const headers = signedHeaders({ secret, id: deliveryId, body, now: at });
  const request = { method: 'POST', target: `/hooks/${name}`, headers, body: Buffer.from(body) };
  return { kind: 'call', at, deliveryId, name, request, urgent };
}

function actOf(
  { by, after, change }: Act,
  { at, tale, calendar }: Told & { readonly calendar: Calendar },
  { deliveryId: about }: PastCall,
): PastAct {
  // Who tells of the last hours has looked at the clock, whatever time of day it is.
  const later = (minutes: number): Date =>
    tale.on.endsWith(' min') ? new Date(at.getTime() + minutes * 60_000) : calendar.atWork(at, minutes);
  const meant = change({ at: later, timeZone: zoneOf(tale), userId: demoUserId });
  return { kind: 'act', at: later(after), about, userId: demoUserId(by), change: meant };
}

/** The ids of the day that is sent later begin where these end. */
const NUMBERS: Readonly<Record<string, number>> = { csat: 29_000, nps: 7_000, ces: 11_000, stars: 79_000 };

function sayingOf({ as: { reach, ...sort }, who, text, from, ...tale }: Tale, index: number): Saying {
  const about = sort.metric ?? sort.kind;
  const inPublic = sort.kind === 'mention' || sort.kind === 'review';
  return {
    ...sort,
    external_id: `${about}-${(NUMBERS[about] ?? 40_000) + index}`,
    ...(text !== undefined && { text }),
    ...(tale.language !== undefined && { language: tale.language }),
    ...(tale.agent !== undefined && { agent: tale.agent }),
    ...(tale.tags && { tags: tale.tags }),
    ...(tale.ticket !== undefined && { conversation_id: tale.ticket }),
    ...(from && { account: from }),
    ...(inPublic
      ? { author: { name: who, handle: `@${handleOf(who)}`, ...(reach !== undefined && { reach }) } }
      : { customer: customerOf(who, tale, from?.id) }),
  };
}

function customerOf(name: string, tale: Pick<Tale, 'zone'>, account: string | undefined): SayingCustomer {
  const email = KNOWN_EMAILS.get(name) ?? `${handleOf(name)}@${account ?? 'mail'}.example`;
  return {
    id: KNOWN_IDS.get(name) ?? idOf(name),
    name,
    email,
    stage: 'active',
    time_zone: zoneOf(tale),
  };
}

/** Who speaks again on the day that is sent later. */
const KNOWN_IDS: ReadonlyMap<string, string> = new Map([
  ['Ngozi Adeyemi', 'cus-20931'],
  ['Bronwen Pugh', 'cus-21408'],
  ['Callum Fairweather', 'cus-20377'],
  ['Henrik Aas', 'cus-20012'],
]);
const KNOWN_EMAILS: ReadonlyMap<string, string> = new Map([
  ['Ngozi Adeyemi', 'ngozi@marlowestreetdental.example'],
  ['Bronwen Pugh', 'bronwen@saltmarshpottery.example'],
  ['Callum Fairweather', 'callum@kettlewick.example'],
  ['Henrik Aas', 'henrik@villaroskva.example'],
]);

function zoneOf({ zone = 'Europe/London' }: Pick<Tale, 'zone'>): string {
  return zone;
}

/** The same name is the same customer. */
function idOf(name: string): string {
  const digest = createHash('sha256').update(name).digest();
  return `cus-${50_000 + (digest.readUInt32BE() % 49_999)}`;
}

/** "Zsófia Balogh" as zsofia.balogh; names that have no such letters by their number. */
function handleOf(name: string): string {
  const letters = name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z\s]/gu, '')
    .trim()
    .replace(/\s+/gu, '.');
  return letters.length > 2 ? letters : idOf(name);
}
