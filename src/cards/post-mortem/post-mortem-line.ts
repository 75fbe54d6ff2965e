/** What a post-mortem's thread says of each thing that happened to it. */
import { alertName } from '../../domain/alert.js';
import type { PostMortemEventView, PostMortemView } from '../../domain/post-mortem/post-mortem-view.js';
import { dayWords } from '../day-words.js';
import { headline } from '../headline.js';
import { known } from '../known.js';
import { sentence } from '../sentence.js';
import { type Line, line, person } from '../text.js';
import { SECTION_NAMES } from './section-names.js';

const TEXT_LIMIT = 300;
const AUTHOR_LIMIT = 80;

/** The thread's line for `recorded`; undefined where the card says it all. */
export function postMortemLine(recorded: PostMortemEventView, view: PostMortemView): Line | undefined {
  const { event, actor, named } = recorded;
  const who = person(actor);
  switch (event.kind) {
    case 'opened':
      return undefined;
    case 'alert_linked': {
      const linked = view.alerts.find(({ alert }) => alert.number === event.alert);
      return line(who, ` added ${alertName(event.alert)}`, sentence(linked ? `: ${headline(linked)}` : ''));
    }
    case 'alert_unlinked':
      return line(who, ` took ${alertName(event.alert)} out.`);
    case 'item_changed': {
      const day = event.dueOn === undefined ? undefined : `by ${dayWords(event.dueOn)}`;
      return line(
        who,
        ` changed an action: “${known(event.text, TEXT_LIMIT) ?? ''}”, now `,
        named && person(named, named.id !== actor.id),
        named && day !== undefined && ', ',
        day,
        '.',
      );
    }
    case 'noted': {
      const author = known(event.author, AUTHOR_LIMIT);
      return line(
        who,
        ` added a message${author === undefined ? '' : ` of ${author}`} to “${SECTION_NAMES[event.section]}”.`,
        event.link !== undefined && ' ',
        event.link !== undefined && { kind: 'link', text: 'The message', url: event.link },
      );
    }
    case 'written':
      return line(who, ` wrote “${SECTION_NAMES[event.section]}”.`);
    case 'item_added':
      return line(
        who,
        ` added an action: “${known(event.text, TEXT_LIMIT) ?? ''}”, `,
        named && person(named, named.id !== actor.id),
        ` by ${dayWords(event.dueOn)}.`,
      );
    case 'item_done':
      return line(who, ` ticked off “${known(event.text, TEXT_LIMIT) ?? ''}”.`);
    case 'sent_to_review':
      return line(
        who,
        ' asks ',
        named ? person(named, named.id !== actor.id) : 'somebody',
        ' to read this and complete it.',
      );
    case 'completed':
      return line(who, ' completed this.', lesson(view));
    case 'reopened':
      return line(who, ` opened this again: ${sentence(known(event.why, TEXT_LIMIT) ?? 'no reason given')}`);
  }
}

function lesson({ postMortem }: PostMortemView): string | undefined {
  const text = known(postMortem.lesson, TEXT_LIMIT);
  return text && ` Learnt: ${sentence(text)}`;
}
