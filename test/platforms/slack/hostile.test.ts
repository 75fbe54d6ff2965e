import { describe, expect, it } from 'vitest';
import { line } from '../../../src/cards/text.js';
import { messageBody, plainBody } from '../../../src/platforms/slack/message-body.js';
import { renderForm } from '../../../src/platforms/slack/render/render-form.js';
import { renderNote } from '../../../src/platforms/slack/render/render-note.js';
import { isRecord } from '../../../src/platforms/wire/record.js';
import type { Call, Content } from '../../../src/posting/platform.js';
import { KIM } from '../../cards/acme.js';
import { INJECTIONS } from '../../cards/injections.js';
import { cardOf, describeInertWords } from '../../contracts/inert-words.js';
import { checkMessageBlocks, checkView } from '../../counterparts/slack/block-kit-limits.js';
import { alive } from './slack-markup.js';

/** What is longer than a line may be is cut. */
const WHOLE_CHARS = 2_000;

function bodies(content: Content): readonly Record<string, unknown>[] {
  const call: Call = { messageId: 'm', channel: 'C0SUPPORT1', direct: false, content };
  const mentions = (id: string) => (id === KIM.id ? 'U0KIM00001' : undefined);
  return [messageBody(call, mentions), plainBody(call, mentions, { keepsId: true })];
}

describeInertWords({
  platform: 'Slack',
  render: ({ contents, note, form }) => [
    ...contents.flatMap(bodies),
    { blocks: renderNote(note).blocks },
    renderForm(form, {}),
  ],
  // Our own bold is around the customer's words: that it is there counts, not what is in it.
  aliveIn: (each) => alive(each).filter((found) => !found.startsWith('formatted *')),
  aliveAsWritten: (words) => alive({ type: 'mrkdwn', text: words }),
  check: (each) =>
    expect(
      isRecord(each) && each['type'] === 'modal'
        ? checkView(each)
        : checkMessageBlocks(each as Record<string, unknown>),
    ).toBeUndefined(),
});

describe('a customer’s words on Slack', () => {
  it('are seen to be alive where they are', () => {
    expect(alive({ type: 'section', text: { type: 'mrkdwn', text: 'Hi <!channel> *all*' } })).toEqual([
      '<!channel>',
      'formatted *all*',
    ]);
  });

  it('keep what they are copied for', () => {
    const [body] = bodies({ kind: 'card', card: cardOf('john_doe@example.com, 2*3') });
    expect(JSON.stringify(body)).toContain('john_doe@example.com, 2*3');
  });

  it('stand in quotes and lines exactly as written', () => {
    for (const words of INJECTIONS.filter(({ length }) => length < WHOLE_CHARS)) {
      const [body] = bodies({ kind: 'line', line: line(words) });
      expect(JSON.stringify(body!['blocks'])).toContain(JSON.stringify(words.toWellFormed()).slice(1, -1));
    }
  });
});
