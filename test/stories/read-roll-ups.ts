/** Messages that name several alerts, as people see them on Slack and on Teams, reduced to what tests speak of. */
import type { Block, SlackMessage } from '../counterparts/slack/message.js';
import type { SlackCounterpart } from '../counterparts/slack/slack-counterpart.js';

export interface ShownRow {
  /** CX-1 */
  readonly name: string;
  /** "High · CX-1 · respond by …". */
  readonly words: string;
  /** Of its Claim; absent where it has none. */
  readonly claim?: string;
}

export interface ShownRollUp {
  readonly ts: string;
  readonly rows: readonly ShownRow[];
}

/** The roll-ups of a channel of Slack, oldest first. */
export function rollUpsIn(
  slack: Pick<SlackCounterpart, 'messages'>,
  channel: string,
): readonly ShownRollUp[] {
  return slack
    .messages({ channel })
    .filter((message) => message.bot_id !== undefined && isRollUp(message))
    .map((message) => ({ ts: message.ts, rows: rowsOf(message) }));
}

/** Cards begin with a section; rows are text, each followed by its button where it has one. */
function isRollUp({ ts, thread_ts: thread, blocks }: SlackMessage): boolean {
  return (thread === undefined || thread === ts) && blocks?.[0]?.type === 'rich_text';
}

function rowsOf({ blocks = [] }: SlackMessage): readonly ShownRow[] {
  return blocks.flatMap((block, index): readonly ShownRow[] => {
    const words = block.type === 'rich_text' ? wordsIn(block) : '';
    const [name] = /CX-\d+/u.exec(words) ?? [];
    if (name === undefined) return [];
    const claim = claimIn(blocks[index + 1]);
    return [{ name, words, ...(claim !== undefined && { claim }) }];
  });
}

function wordsIn(value: unknown): string {
  if (Array.isArray(value)) return value.map(wordsIn).join('');
  if (typeof value !== 'object' || value === null) return '';
  const { text, elements } = value as { readonly text?: unknown; readonly elements?: unknown };
  return typeof text === 'string' ? text : wordsIn(elements);
}

function claimIn(block: Block | undefined): string | undefined {
  if (block?.type !== 'actions') return undefined;
  const buttons = block['elements'] as readonly { readonly action_id?: string; readonly value?: string }[];
  return buttons.find(({ action_id: action }) => action === 'claim')?.value;
}
