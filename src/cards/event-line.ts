/** What an alert's thread says of each thing that happened to it. */
import type { AlertEvent } from '../domain/alert-event.js';
import type { AlertView, EventView } from '../domain/alert-view.js';
import { alertName } from '../domain/alert.js';
import { postMortemName } from '../domain/post-mortem/post-mortem.js';
import { deservesPostMortem } from '../domain/post-mortem/worth-one.js';
import { isGraver } from '../domain/severity.js';
import { dismissalClause, outcomeClause } from './card-label.js';
import { afterWords } from './duration-words.js';
import { followUpLine, promiseClause } from './follow-up-line.js';
import { amendedLine } from './amended-line.js';
import { joinedLine, wholeTextLine } from './heard-line.js';
import { themeName } from './headline.js';
import { known } from './known.js';
import { capital, sentence } from './sentence.js';
import { SEVERITY_NAMES } from './severity-names.js';
import { command, type Inline, type Line, line, person } from './text.js';
import { themeInWords } from './theme-words.js';

const WHY_LIMIT = 1_000;
const NOTE_LIMIT = 2_000;

/** The thread's line for `recorded`; undefined where the card says it all. */
export function eventLine(recorded: EventView, view: AlertView): Line | undefined {
  const { event, at } = recorded;
  const who = recorded.actor ? person(recorded.actor) : 'Earshot';
  const { openedAt } = view.alert;
  switch (event.kind) {
    case 'opened':
      return wholeTextLine(recorded.signal);
    case 'joined':
      return joinedLine(event, recorded.signal, view);
    case 'amended':
      return amendedLine(event, recorded.signal, view);
    case 'claimed':
      return line(who, ` claimed this ${afterWords(openedAt, at)}.`);
    case 'released':
      return line(who, ' gave this back: anybody can claim it.');
    case 'reassigned':
      return reassigned(recorded, event, who);
    case 'taken_over':
      return line(
        who,
        ' took this over',
        recorded.from && ' from ',
        recorded.from && person(recorded.from),
        because(event.why),
      );
    case 'severity_changed':
      return line(
        who,
        isGraver(event.to, event.from) ? ' raised' : ' lowered',
        ` this from ${SEVERITY_NAMES[event.from].toLowerCase()} to ${SEVERITY_NAMES[event.to].toLowerCase()}`,
        because(event.why),
      );
    case 'resolved':
      return line(
        who,
        ` resolved this ${afterWords(openedAt, at)}${outcomeClause(event)}.`,
        promiseClause(event.promise),
        added('', event.note),
        added('Cause: ', event.rootCause),
        ...(deservesPostMortem(view.alert) && view.postMortem === undefined
          ? [' It was critical: worth a post-mortem? ', askFor(view)]
          : []),
      );
    case 'dismissed':
      return line(
        who,
        ` marked this as not an issue${dismissalClause(event)}.`,
        promiseClause(event.promise),
        added('', event.note),
      );
    case 'reopened':
      return line(who, ' reopened this', because(event.why), ' Anybody can claim it.');
    case 'post_mortem_linked':
      return line(who, ` made this part of post-mortem ${postMortemName(event.postMortem)}.`);
    case 'post_mortem_unlinked':
      return line(who, ` took this out of post-mortem ${postMortemName(event.postMortem)}.`);
    case 'looked_at': {
      const theme = themeInWords(themeName(view));
      const what = theme === undefined ? '' : `: ${theme}`;
      return line(`Being looked at in ${postMortemName(event.postMortem)}${what}.`);
    }
    case 'post_mortem_offered':
      return offeredLine(event.count, view);
    case 'rerouted':
      return line(rerouted(event));
    case 'deadline_missed':
    case 'snoozed':
    case 'woken':
    case 'still_on_it':
    case 'contacted':
    case 'promised':
    case 'promise_broken':
      return followUpLine({ ...recorded, event }, who);
  }
}

/** "Refunds have led to 6 alerts of this team in seven days: worth a post-mortem? /cx-postmortem CX-12". */
function offeredLine(count: number, view: AlertView): Line {
  const theme = themeInWords(themeName(view));
  const what = theme === undefined ? 'The same has' : `${capital(theme)} has`;
  return line(
    `${what} come up in ${count} alerts of this team in seven days: worth a post-mortem? `,
    askFor(view),
  );
}

function askFor({ alert }: AlertView): Inline {
  return command(`/cx-postmortem ${alertName(alert.number)}`);
}

function reassigned(
  { actor, to, from }: EventView,
  event: AlertEvent & { kind: 'reassigned' },
  who: Inline | string,
): Line {
  if (to === undefined) return line(who, ' handed this on', because(event.why));
  if (actor?.id === to.id)
    return line(who, ' took this', from && ' from ', from && person(from), because(event.why));
  const takenFrom = from && from.id !== actor?.id ? from : undefined;
  return line(
    who,
    ' handed this ',
    takenFrom && 'from ',
    takenFrom && person(takenFrom),
    takenFrom && ' ',
    'to ',
    person(to, true),
    because(event.why),
  );
}

function rerouted(event: AlertEvent & { kind: 'rerouted' }): string {
  // A channel's id on Teams says nothing to anybody.
  if (event.platform === 'teams') return `Moved here from its channel on Teams${because(event.why)}`;
  const from = known(event.from, 80) ?? 'its channel';
  const to = known(event.to, 80) ?? 'another channel';
  const platform = capital(event.platform);
  return `Moved from ${from} to ${to} on ${platform}${because(event.why)}`;
}

/** ": she knows the account." or the full stop alone. */
function because(why: string | undefined): string {
  const words = known(why, WHY_LIMIT);
  return words === undefined ? '.' : `: ${sentence(words)}`;
}

function added(before: string, text: string | undefined): string | undefined {
  const words = known(text, NOTE_LIMIT);
  return words && ` ${before}${sentence(before === '' ? capital(words) : words)}`;
}
