/** What is said on Teams only; everything else is said alike on every platform and stands in cards/. */
import type { Note } from '../../cards/note.js';
import { line, strong } from '../../cards/text.js';
import { alertName } from '../../domain/alert.js';

export function doneNote(alert?: number): Note {
  if (alert === undefined) return { lines: [line('Done.')] };
  return { lines: [line(`Done: the card of ${alertName(alert)} shows it.`)] };
}

/** To somebody who has just added Earshot for themselves, above what is theirs. */
export function welcomeNote(mine: Note): Note {
  const words = line(
    'Hello. Here stands what is yours, whenever you type ',
    strong('mine'),
    '; ',
    strong('help'),
    ' says what else there is.',
  );
  return { ...mine, lines: [words, ...mine.lines] };
}

/** Asked in a channel for what is theirs alone, by somebody whose own chat with the bot is not known. */
export const WRITE_TO_ME_FIRST: Note = {
  lines: [
    line(
      'The answer is for you alone, and here everybody would read it. Write “help” to me in a chat of our own once, then ask again.',
    ),
  ],
};

export const CHOOSE_A_MEMBER =
  'Choose a member of your own organisation: guests, bots and people of others cannot act.';

export const COULD_NOT_FIND_THEM =
  'I know people by the channels that I am in, and could not find out there who that is. Nothing changed; choose somebody of a connected team, or try again in a minute.';

export const OLD_BUTTON = 'I no longer know this button. Nothing changed; look at the newest card.';

/** Chosen from the menu beside a message, or sent from what it opened. */
export const OLD_ENTRY =
  'I cannot do this with this message. Nothing changed; type report in a chat with me to report what a customer said.';

/** Under the help that every platform gives. */
export const TEAMS_HELP = [
  line(
    'In a channel or a group chat mention me first: ',
    strong('@Earshot alerts mine'),
    '; in a chat with me alone just type ',
    strong('alerts mine'),
    '.',
  ),
  line(strong('@Earshot connect <team>'), ' · In a channel: brings the alerts of that team here.'),
  line(strong('@Earshot disconnect'), ' · In a channel: brings no more alerts here.'),
];

export function connectedNote(team: string, moved: boolean): Note {
  return {
    lines: [
      line(
        'Connected: alerts of ',
        strong(team),
        moved ? ' come here from now on, and no longer to the channel before.' : ' come here from now on.',
      ),
    ],
  };
}

export function alreadyConnectedNote(team: string): Note {
  return { lines: [line('Alerts of ', strong(team), ' come here already. Nothing changed.')] };
}

export function disconnectedNote(teams: readonly string[]): Note {
  if (teams.length === 0) {
    return {
      lines: [
        line('No team is connected to this channel. Nothing changed. ', strong('connect <team>'), ' would.'),
      ],
    };
  }
  return {
    lines: [
      line(
        `Disconnected: alerts of ${listed(teams)} no longer come here. Cards that are here already are kept up to date.`,
      ),
    ],
  };
}

/** `connect` typed in a group chat, or to the bot alone. `team`: where one was named that there is. */
export function connectInAChannelNote(team: string | undefined): Note {
  return {
    lines: [
      line(
        'Alerts go to a channel of a team, not to a chat. Add me to the team, then type ',
        strong(`@Earshot connect ${team ?? '<team>'}`),
        ' in the channel.',
      ),
    ],
  };
}

export const DISCONNECT_IN_A_CHANNEL_NOTE: Note = {
  lines: [
    line(
      'No alerts come to a chat, so there is nothing to disconnect here. Type ',
      strong('@Earshot disconnect'),
      ' in the channel where they arrive.',
    ),
  ],
};

/** `connect` of no team, or of one that there is not. */
export function whichTeamToConnectNote(asked: {
  readonly typed: string;
  readonly meant?: string | undefined;
  readonly teams: readonly string[];
}): Note {
  const { typed, meant, teams } = asked;
  const example = `Type connect ${meant ?? teams[0] ?? 'support'}.`;
  const known = `There is ${listed(teams.slice(0, 20))}.`;
  if (typed === '') return { lines: [line(`Which team? ${known} ${example}`)] };
  const question = meant === undefined ? known : `Did you mean ${meant}?`;
  return { lines: [line(`There is no team “${typed.slice(0, 80)}”. ${question} ${example}`)] };
}

export function unconnectedNotice(team: string): string {
  return `The team ${team} has no channel on Teams, nor on Slack: nobody but the desk sees its alerts. Type @Earshot connect ${team} in its channel.`;
}

export function removedNotice(team: string): string {
  return `Earshot was taken away from the Teams channel of the team ${team}: its alerts go elsewhere. Add it again, or type @Earshot connect ${team} in another channel.`;
}

/** "a, b and c". */
function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? 'none';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}
