/** Private answers to whoever told us something: that it is kept, that it was there before, or why not. */
import { postMortemName, type SectionName } from '../../domain/post-mortem/post-mortem.js';
import type { ToldVoice } from '../../domain/told-voice.js';
import { becameWords } from './told-voice-report.js';
import type { Note } from '../note.js';
import { SECTION_NAMES } from '../post-mortem/section-names.js';
import { sentence } from '../sentence.js';
import { command, line, strong } from '../text.js';

export type NotedOutcome =
  | { readonly outcome: 'done' | 'there_before' }
  | { readonly outcome: 'refused' }
  | { readonly outcome: 'too_long'; readonly limit: number };

export function reportKeptNote(): Note {
  return {
    lines: [
      line(
        strong('Thank you, it is kept.'),
        ' You will be told what becomes of it: an alert where somebody must act, else the customer’s timeline.',
      ),
    ],
  };
}

export function reportedBeforeNote(told: ToldVoice | undefined): Note {
  const by = told?.signal.reporter;
  const became =
    told === undefined ? 'It is being decided on.' : sentence(`What was reported ${becameWords(told)}`);
  return {
    lines: [
      line(`This was reported before${by === undefined ? '' : ` by ${by}`}: it counts once. ${became}`),
    ],
    ...(told?.view && { buttons: [{ action: 'history', alert: told.view.alert.number }] }),
  };
}

export function reportRefusedNote(): Note {
  return { lines: [line('This holds characters that cannot be kept. Nothing changed: type it anew.')] };
}

/** Where a form is asked for and none can be opened: in a thread of Slack. */
export function howToReportNote(): Note {
  return {
    lines: [
      line('To report what a customer said, type ', command('/cx-report'), ' in the channel or to me.'),
      line(
        'To report a message, choose ',
        strong('Report customer voice'),
        ' from the menu beside it: its words and its link are taken along.',
      ),
    ],
  };
}

export function noOpenPostMortemNote(): Note {
  return {
    lines: [
      line('No post-mortem is open, so there is nothing to add this to. '),
      line(
        command('/cx-postmortem CX-123'),
        ' opens the one of an alert; then choose Add to post-mortem again.',
      ),
    ],
  };
}

export function notedNote(
  noted: NotedOutcome,
  { postMortem, section }: { readonly postMortem: number; readonly section: SectionName },
): Note {
  const name = postMortemName(postMortem);
  const words = ((): string => {
    switch (noted.outcome) {
      case 'done':
        return ` holds the message now, under “${SECTION_NAMES[section]}”.`;
      case 'there_before':
        return ' holds this message already. Nothing changed.';
      case 'refused':
        return ' is completed. Nothing changed: reopen it to write on.';
      case 'too_long':
        return `: with this the section has more than ${noted.limit.toLocaleString('en-GB')} characters. Nothing changed.`;
    }
  })();
  return { lines: [line(strong(name), words)] };
}
