/** The grid of a card: what is known and helps, the weightiest first. What is not known has no entry. */
import type { AlertView } from '../domain/alert-view.js';
import { isTimeZone } from '../domain/zoned-time.js';
import { METRIC_NAMES, type Score, scoreInWords } from '../domain/score.js';
import { accountWords } from './account-words.js';
import { ago } from './ago.js';
import type { Card, Fact } from './card.js';
import { preferredContact, timeZoneWords } from './customer-wishes.js';
import { contactsWords } from './contacts-words.js';
import { afterWords } from './duration-words.js';
import { themeName } from './headline.js';
import { languageName } from './language-name.js';
import { SEVERITY_NAMES } from './severity-names.js';
import { clock, type Inline, line, person } from './text.js';
import { clockIn } from './zone-words.js';

/** Slack's section holds ten fields: https://docs.slack.dev/reference/block-kit/blocks/section-block. */
const MOST_FACTS = 10;

export function cardFacts(view: AlertView): Card['facts'] {
  const facts = factsOf(view).filter((fact) => fact !== undefined && fact !== false);
  if (facts.length <= MOST_FACTS) return facts;
  const light = facts.filter((each) => !isActedOn(each));
  const left = light.slice(MOST_FACTS - facts.length);
  return facts.filter((each) => !left.includes(each));
}

/** By when and who: of all that is known this is never left out. */
function isActedOn({ value }: Fact): boolean {
  return value.some((part) => part.kind === 'person' || (part.kind === 'time' && part.as === 'relative'));
}

function factsOf(view: AlertView): readonly (Fact | undefined | false)[] {
  const { alert } = view;
  switch (alert.state) {
    case 'open':
      return [
        score(view),
        account(view),
        contacts(view),
        heard(view),
        fact('Owner', view.owner ? person(view.owner) : 'nobody yet'),
        due('Respond by', alert.respondBy, alert.respondMissedAt),
        snoozed(view),
        promised(view),
        prefers(view),
        similar(view),
        reach(view),
        language(view),
      ];
    case 'claimed':
      return [
        severity(view),
        score(view),
        account(view),
        contacts(view),
        heard(view),
        owner(view),
        snoozed(view),
        promised(view),
        alert.nextContactAt && due('Next contact', alert.nextContactAt),
        alert.contactedAt === undefined && due('Respond by', alert.respondBy, alert.respondMissedAt),
        due('Resolve by', alert.resolveBy, alert.resolveMissedAt),
        prefers(view),
        language(view),
        similar(view),
        reach(view),
      ];
    case 'resolved':
      return [
        severity(view),
        score(view),
        account(view),
        contacts(view),
        heard(view),
        closed('Resolved', view),
      ];
    case 'dismissed':
      return [
        severity(view),
        score(view),
        account(view),
        contacts(view),
        heard(view),
        closed('Dismissed', view),
      ];
  }
}

function fact(label: string, ...value: readonly (string | Inline | undefined | false)[]): Fact | undefined {
  const words = line(...value);
  return words.length === 0 ? undefined : { label, value: words };
}

function severity({ alert }: AlertView): Fact | undefined {
  return fact('Severity', SEVERITY_NAMES[alert.severity]);
}

/** "CSAT 2 of 5, was 5". */
function score({ lead, previousScore }: AlertView): Fact | undefined {
  return lead.score && fact('Score', `${metricAndScore(lead.score)}${previously(lead.score, previousScore)}`);
}

function metricAndScore(given: Score): string {
  if (given.metric === 'thumbs') return scoreInWords(given);
  if (given.metric === 'stars') return `${scoreInWords(given)} stars`;
  return `${METRIC_NAMES[given.metric]} ${scoreInWords(given)}`;
}

function previously(now: Score, before: Score | undefined): string {
  if (before?.metric !== now.metric) return '';
  const words = scoreInWords(before);
  if (words === scoreInWords(now)) return ', as before';
  return `, was ${before.scale.max === now.scale.max ? words.replace(/ of .*$/u, '') : words}`;
}

function account({ account: behind }: AlertView): Fact | undefined {
  return fact('Account', accountWords(behind));
}

/** "3rd contact in 9 days". */
function contacts(view: AlertView): Fact | undefined {
  return fact('Customer', ...contactsWords(view.contacts));
}

/** "×7, last 09:12". */
function heard({ alert }: AlertView): Fact | undefined {
  if (alert.signalCount < 2) return undefined;
  return fact('Heard', `×${alert.signalCount}, last `, clock(alert.lastSignalAt));
}

function owner({ alert, owner: has }: AlertView): Fact | undefined {
  if (has === undefined) return undefined;
  return alert.claimedAt === undefined
    ? fact('Owner', person(has))
    : fact('Owner', person(has), ', since ', clock(alert.claimedAt));
}

/** "10:40 (in 40 min)", "10:40, missed (20 min ago)". */
function due(label: string, at: Date, missed?: Date): Fact | undefined {
  return fact(label, clock(at), missed?.getTime() === at.getTime() ? ', missed (' : ' (', ago(at), ')');
}

/** "until Mon 09:00 by Ana (in 14 h)". */
function snoozed({ alert: { snoozedUntil }, snoozedBy }: AlertView): Fact | undefined {
  if (snoozedUntil === undefined) return undefined;
  const by = snoozedBy && person(snoozedBy);
  return fact('Snoozed', 'until ', clock(snoozedUntil), by && ' by ', by, ' (', ago(snoozedUntil), ')');
}

/** "a call-back at 16:00, 15:00 Madrid time (in 2 h)". */
function promised({ alert: { promisedAt, promiseZone } }: AlertView): Fact | undefined {
  if (promisedAt === undefined) return undefined;
  const there = promiseZone !== undefined && isTimeZone(promiseZone) ? clockIn(promisedAt, promiseZone) : '';
  return fact(
    'Promised',
    'a call-back at ',
    clock(promisedAt),
    there && `, ${there}`,
    ' (',
    ago(promisedAt),
    ')',
  );
}

/** "a phone call · Berlin time"; the zone alone is no preference. */
function prefers({ customer }: AlertView): Fact | undefined {
  const contact = preferredContact(customer);
  const zone = timeZoneWords(customer);
  if (contact === undefined) return fact("Customer's time", zone?.replace(/ time$/u, ''));
  return fact('Prefers', zone === undefined ? contact : `${contact} · ${zone}`);
}

/** Alerts that only share having no theme have nothing in common. */
function similar(view: AlertView): Fact | undefined {
  if (view.similarBefore < 1 || themeName(view) === undefined) return undefined;
  return fact('Similar', `${view.similarBefore} in the 7 days before`);
}

function reach({ lead }: AlertView): Fact | undefined {
  if (lead.reach === undefined || lead.reach < 1) return undefined;
  return fact('Reach', `${Math.round(lead.reach).toLocaleString('en-GB')} people`);
}

function language({ lead }: AlertView): Fact | undefined {
  return fact('Language', languageName(lead.language ?? lead.looksWrittenIn));
}

/** "Kim, 14:20 (after 3 h)". */
function closed(label: string, { alert, closedBy }: AlertView): Fact | undefined {
  const { closedAt } = alert;
  return fact(
    label,
    closedBy && person(closedBy),
    closedBy && closedAt && ', ',
    closedAt && clock(closedAt),
    closedAt && ` (${afterWords(alert.openedAt, closedAt)})`,
  );
}
