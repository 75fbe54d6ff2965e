import { alertName } from '../../domain/alert.js';
import type { ToldVoice } from '../../domain/told-voice.js';
import { dismissalClause, outcomeClause } from '../card-label.js';
import { headline } from '../headline.js';
import { known } from '../known.js';
import type { Report } from '../report.js';
import { capital, sentence } from '../sentence.js';
import { type Line, line, person } from '../text.js';

const QUOTE_CHARS = 200;
const REASON_CHARS = 300;

/** For whoever reported a voice: what it became, and later how that ended. */
export function toldVoiceReport(told: ToldVoice): Report {
  const title = titleOf(told);
  return {
    kind: 'voice',
    title,
    lines: [quote(told), ...whatCame(told)].filter((each) => each.length > 0),
    ...(told.view && { buttons: [{ action: 'history', alert: told.view.alert.number }] }),
    fallback: sentence(title),
  };
}

/** "CX-12, which you reported, is resolved"; else what it became. */
function titleOf(told: ToldVoice): string {
  const { view, ended } = told;
  if (!view || !ended) return `What you reported ${becameWords(told)}`;
  const end = ended.event.kind === 'dismissed' ? 'was set aside' : 'is resolved';
  return `${alertName(view.alert.number)}, which you reported, ${end}`;
}

/** "is CX-12 now", "is part of CX-12", "is kept on the customer’s timeline". */
export function becameWords({ signal, view }: ToldVoice): string {
  if (!view) return 'is kept on the customer’s timeline';
  const name = alertName(view.alert.number);
  return view.lead.id === signal.id && view.alert.signalCount === 1 ? `is ${name} now` : `is part of ${name}`;
}

function quote({ signal }: ToldVoice): Line {
  const words = known(signal.text, QUOTE_CHARS);
  return line(words !== undefined && `“${words}”`);
}

function whatCame({ view, reason, ended }: ToldVoice): readonly Line[] {
  const why = line(sentence(capital(known(reason, REASON_CHARS) ?? '')));
  if (!view) return [why];
  if (ended) return [endLine(view, ended)];
  const owner = view.owner ? line(person(view.owner), ' has it.') : line('Nobody has claimed it yet.');
  return [line(sentence(headline(view))), why, owner];
}

function endLine(
  view: NonNullable<ToldVoice['view']>,
  { actor, event }: NonNullable<ToldVoice['ended']>,
): Line {
  const who = actor ? person(actor) : 'Earshot';
  const about = sentence(headline(view));
  if (event.kind === 'resolved') {
    const note = known(event.note, REASON_CHARS);
    return line(
      who,
      ` resolved it${outcomeClause(event)}. `,
      note !== undefined && `${sentence(capital(note))} `,
      about,
    );
  }
  return line(who, ` set it aside${event.kind === 'dismissed' ? dismissalClause(event) : ''}. `, about);
}
