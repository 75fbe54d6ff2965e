import { describe, expect, it } from 'vitest';
import { alertCard } from '../../../src/cards/alert-card.js';
import { reminderNote } from '../../../src/cards/reminder-note.js';
import { clock, line, person, strong } from '../../../src/cards/text.js';
import { renderMessage, renderPlainMessage } from '../../../src/platforms/teams/render/render-message.js';
import { CONTENT_BYTES, sizeBytes } from '../../../src/platforms/teams/render/within-size.js';
import { ANA, at, KIM, viewIn } from '../../cards/acme.js';
import { checkCard } from './card-rules.js';

const mentions = (staffId: string) => (staffId === KIM.id ? '29:kim' : undefined);

describe('a message on Teams', () => {
  it('of a card is the card and a sentence for notifications, without text of its own', () => {
    const message = renderMessage({ kind: 'card', card: alertCard(viewIn('open')) });
    expect(Object.keys(message).sort()).toEqual(['attachments', 'entities', 'summary']);
    expect(message.summary).toBe(
      'High severity, CX-123: Maria Lopez at Acme gave 2 of 5 after a call about refunds; nobody has claimed it yet.',
    );
    expect(message.attachments[0]?.contentType).toBe('application/vnd.microsoft.card.adaptive');
    expect(message.attachments[0]?.content).toMatchObject({ version: '1.5', fallbackText: message.summary });
  });

  it('of a line is text that calls whom it hands something to', () => {
    const told = line(person(ANA), ' handed this to ', person(KIM, true), ': she & Bo <know> it.');
    expect(renderMessage({ kind: 'line', line: told }, { mentions })).toEqual({
      text: 'Ana handed this to <at>Kim</at>: she &amp; Bo ‹know› it.'.replace('›', '&gt;'),
      textFormat: 'xml',
      summary: 'Ana handed this to Kim: she & Bo ‹know> it.',
      attachments: [],
      entities: [{ type: 'mention', text: '<at>Kim</at>', mentioned: { id: '29:kim', name: 'Kim' } }],
    });
  });

  it('names those who are called but are not on Teams', () => {
    const message = renderMessage(
      { kind: 'line', line: line('Over to ', person(ANA, true), '.') },
      { mentions },
    );
    expect(message).toMatchObject({ text: 'Over to Ana.', entities: [] });
  });

  it('calls only one of two people with the same name, for Teams could not tell them apart', () => {
    const other = { ...KIM, id: 'staff-other-kim' };
    const message = renderMessage(
      { kind: 'line', line: line(person(KIM, true), ' and ', person(other, true)) },
      { mentions: (id) => `29:${id}` },
    );
    expect(message.text).toBe('<at>Kim</at> and Kim');
    expect(message.entities).toHaveLength(1);
  });

  it('of a line that tells a time is a card, which alone can say it in the reader’s zone', () => {
    const message = renderMessage(
      { kind: 'line', line: line(strong('Maria'), ', ', clock(at('10:12')), ': “Still nothing.”') },
      { mentions },
    );
    expect(message.text).toBeUndefined();
    expect(message.summary).toBe('Maria, 20 Nov 10:12 UTC: “Still nothing.”');
    const [attachment] = message.attachments;
    expect(attachment?.content.body).toEqual([
      {
        type: 'TextBlock',
        text: '**Maria**, {{DATE(2026-11-20T10:12:00Z, SHORT)}}, {{TIME(2026-11-20T10:12:00Z)}}: “Still nothing.”',
        wrap: true,
      },
    ]);
    expect(checkCard(attachment!.content)).toEqual([]);
  });

  it('to one person has the line above the card that it speaks of', () => {
    const card = alertCard(viewIn('claimed'));
    const message = renderMessage({ kind: 'line', line: line('Ana handed you this.'), card });
    expect(message.summary).toBe('Ana handed you this.');
    expect(message.attachments[0]?.content.body[0]).toEqual({
      type: 'RichTextBlock',
      inlines: [{ type: 'TextRun', text: 'Ana handed you this.' }],
    });
    expect(checkCard(message.attachments[0]!.content)).toEqual([]);
  });

  it('of 2,500 characters is whole', () => {
    const words = '日'.repeat(2_500);
    const message = renderMessage({ kind: 'line', line: line(`In full: “${words}”`) });
    expect(message.text).toContain(words);
    expect(sizeBytes(message)).toBeLessThanOrEqual(CONTENT_BYTES);
  });

  it('stays under 28 KB and ends with an ellipsis where something is missing', () => {
    const words = '<&>'.repeat(50_000);
    const message = renderMessage({ kind: 'line', line: line(words) });
    expect(sizeBytes(message)).toBeLessThanOrEqual(CONTENT_BYTES);
    expect(message.text?.endsWith('…')).toBe(true);
  });

  it('in plain words is one sentence, without a card', () => {
    const plain = renderPlainMessage({ kind: 'card', card: alertCard(viewIn('claimed')) });
    expect(plain.attachments).toEqual([]);
    expect(plain.text).toContain('claimed by Kim.');
    expect(plain.summary).toBe(plain.text);
    const told = line('Over to ', person(KIM, true), ' by ', clock(at('10:40')), '.');
    expect(renderPlainMessage({ kind: 'line', line: told }, { mentions }).text).toBe(
      'Over to <at>Kim</at> by 20 Nov 10:40 UTC.',
    );
  });

  it('of reminders is a card with buttons beside each alert, within every rule, and its words for notifications', () => {
    const view = viewIn('claimed');
    const reminder = { what: 'respond_due', dueAt: view.alert.respondBy, view } as const;
    const other = { ...view, alert: { ...view.alert, number: 124 } };
    const note = reminderNote([reminder, { ...reminder, view: other }], KIM.id)!;
    const message = renderMessage({ kind: 'note', note });
    expect(message.summary).toContain('2 of your alerts need you');
    expect(message.summary).toContain('CX-124');
    const [attachment] = message.attachments;
    expect(checkCard(attachment!.content)).toEqual([]);
    const all = JSON.stringify(attachment);
    for (const title of ['Log contact', 'Remind me', 'Release']) expect(all).toContain(`"${title}"`);
    expect(renderPlainMessage({ kind: 'note', note }).text).toContain('2 of your alerts need you');
  });
});
