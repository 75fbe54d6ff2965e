import { expect, it } from 'vitest';
import { askReport } from '../../../src/cards/tellings/report-voice.js';
import { reportKeptNote } from '../../../src/cards/tellings/telling-notes.js';
import type { Note } from '../../../src/cards/note.js';
import type { Answer } from '../../../src/platforms/teams/receive/answer.js';
import type { Dialogue } from '../../../src/platforms/teams/receive/asked.js';
import { createDialogueDelivery } from '../../../src/platforms/teams/receive/dialogue-delivery.js';
import { DatabaseAway } from '../../../src/use-cases/failures.js';
import { quietLog } from '../../quiet-log.js';

const SENT: Dialogue = {
  kind: 'dialogue',
  action: 'report_voice',
  step: { kind: 'sent', answers: {} },
  userId: '29:kim',
  threadId: 'a:kim',
  conversation: { id: 'a:kim', kind: 'personal', serviceUrl: 'https://teams.example', botId: '28:bot' },
};
const TEXT = 'Say what they said, in a sentence at least.';

it('whoever was told to wait for a dialog hears what must be mended, and is not told that it is done', async () => {
  const form = askReport({ once: 'one' });
  const told: Note[] = [];
  let say: (answer: Answer) => void = () => undefined;
  const delivery = createDialogueDelivery({
    seen: {
      begin: () => Promise.resolve('new' as const),
      done: () => Promise.resolve(),
      giveUp: () => Promise.resolve(),
    },
    converse: () => new Promise((resolve) => (say = resolve)),
    tell: (_, note) => Promise.resolve(void told.push(note)),
    clock: () => new Date(0),
    log: quietLog,
    patienceMs: 5,
  });
  expect((await delivery.answer(SENT, 'key')).task.type).toBe('message');
  say({ kind: 'form', form, mend: { faults: { text: TEXT }, answers: {} } });
  await delivery.drain();
  expect(told).toEqual([
    {
      lines: [[{ kind: 'text', text: `${form.title}: open it once more.` }], [{ kind: 'text', text: TEXT }]],
      opens: form,
    },
  ]);
});

it('what was told is not said to be undone because nobody could remember that it was', async () => {
  const delivery = createDialogueDelivery({
    seen: {
      begin: () => Promise.resolve('new' as const),
      done: () => Promise.reject(new DatabaseAway('the connection is gone')),
      giveUp: () => Promise.resolve(),
    },
    converse: () => Promise.resolve({ kind: 'note', note: reportKeptNote() }),
    tell: () => Promise.resolve(),
    clock: () => new Date(0),
    log: quietLog,
    patienceMs: 1_000,
  });
  const { task } = await delivery.answer(SENT, 'key');
  expect(task.value).toMatch(/^Thank you, it is kept/u);
});
