/** Who is called by a message: markup in its words and an entity beside it, both or neither. */
import { calledStaff } from '../../../cards/called-staff.js';
import type { Staff } from '../../../domain/staff.js';
import type { Content } from '../../../posting/platform.js';
import { cutLine, inertMarkdown } from './inert-text.js';

/** The Teams id (29:… or Entra object id) of a member of staff; undefined where they are not on Teams: their name is shown instead. */
export type Mentions = (staffId: string) => string | undefined;

/** https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/channel-and-group-conversations#add-mentions-to-your-messages */
export interface MentionEntity {
  readonly type: 'mention';
  /** Exactly as it stands in the message. */
  readonly text: string;
  readonly mentioned: { readonly id: string; readonly name: string };
}

/** By staff id, those who are called. */
export type Called = ReadonlyMap<string, MentionEntity>;

export const NOBODY: Called = new Map();

const NAME_CHARS = 60;

/** The staff whom `content` calls. */
export function mentionedStaff(content: Content): readonly Staff[] {
  return content.kind === 'card' || content.kind === 'line' ? calledStaff(content) : [];
}

/** Teams matches markup and entity by their text, so that two of one name cannot both be called in one message. */
export function callThem(staff: readonly Staff[], mentions: Mentions): Called {
  const called = new Map<string, MentionEntity>();
  const names = new Set<string>();
  for (const { id: staffId, name: given } of staff) {
    const id = mentions(staffId);
    const name = mentionName(given);
    if (id === undefined || name === '' || names.has(name)) continue;
    names.add(name);
    called.set(staffId, { type: 'mention', text: `<at>${name}</at>`, mentioned: { id, name } });
  }
  return called;
}

function mentionName(name: string): string {
  return inertMarkdown(cutLine(name, NAME_CHARS)).replace(/[<>&]/gu, '').trim();
}
