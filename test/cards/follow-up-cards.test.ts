import { describe, expect, it } from 'vitest';
import { alertCard } from '../../src/cards/alert-card.js';
import { mineNote } from '../../src/cards/mine-note.js';
import { reminderNote } from '../../src/cards/reminder-note.js';
import type { AlertView } from '../../src/domain/alert-view.js';
import { REMINDERS } from '../../src/domain/follow-up/reminder.js';
import { at, KIM, viewIn } from './acme.js';
import { cardAloud, noteAloud } from './read-aloud.js';

const claimed = (more: Partial<AlertView['alert']> = {}): AlertView => {
  const view = viewIn('claimed');
  return { ...view, alert: { ...view.alert, ...more } };
};

describe('the card', () => {
  it('shows a missed deadline, a snooze, a promise on both clocks and the next contact', () => {
    const open = viewIn('open');
    expect(
      cardAloud(alertCard({ ...open, alert: { ...open.alert, respondMissedAt: at('10:40') } })),
    ).toContain('Respond by: 10:40, missed (~10:40)');
    const card = cardAloud(
      alertCard(
        claimed({
          snoozedUntil: at('14:00'),
          promisedAt: at('15:00'),
          promiseZone: 'Europe/Madrid',
          nextContactAt: at('16:00'),
        }),
      ),
    );
    expect(card).toContain('Claimed by Kim, snoozed · CX-123');
    expect(card).toContain('Snoozed: until 14:00 (~14:00)');
    expect(card).toContain('Promised: a call-back at 15:00, 16:00 Madrid time (~15:00)');
    expect(card).toContain('Next contact: 16:00 (~16:00)');
    const snoozed = { ...claimed({ snoozedUntil: at('14:00') }), snoozedBy: KIM };
    expect(cardAloud(alertCard(snoozed))).toContain('Snoozed: until 14:00 by Kim (~14:00)');
    expect(card).toContain('[Wake now]');
    expect(card).not.toContain('[Snooze]');
  });

  it('asks for no answer any more once the customer was spoken with', () => {
    expect(cardAloud(alertCard(claimed({ contactedAt: at('10:20') })))).not.toContain('Respond by');
  });
});

describe('a reminder', () => {
  it('of one alert is a sentence with what can be done', () => {
    const reminder = { what: 'respond_soon', dueAt: at('10:40'), view: claimed() } as const;
    expect(noteAloud(reminderNote([reminder], KIM.id)!)).toBe(
      'CX-123, Maria Lopez at Acme gave 2 of 5 after a call about refunds: respond by 10:40 (~10:40), and log the contact.\n' +
        '[Log contact] 123\n[Remind me] 123\n[Release] 123',
    );
  });

  it('of everything there is says something, and one alert is named once', () => {
    const dueAt = at('10:40');
    const view = claimed({
      respondBy: dueAt,
      resolveBy: dueAt,
      touchedAt: dueAt,
      nextContactAt: dueAt,
      promisedAt: dueAt,
      promiseZone: 'Europe/Madrid',
    });
    for (const what of REMINDERS) {
      const note = reminderNote([{ what, dueAt, view }], KIM.id)!;
      expect(noteAloud(note)).toMatch(/^CX-123, .*: .+[.?]\n\[/u);
    }
    const all = reminderNote(
      REMINDERS.map((what) => ({ what, dueAt, view })),
      KIM.id,
    )!;
    expect(all.items).toBeUndefined();
    expect(all.lines).toHaveLength(1);
  });

  it('of a snooze that is over says whose wish that was', () => {
    const woken = (snoozedBy: string): string => {
      const view = claimed({ touchedAt: at('14:00'), snoozedBy });
      return noteAloud(reminderNote([{ what: 'woken', dueAt: at('14:00'), view }], KIM.id)!);
    };
    expect(woken(KIM.id)).toContain(': you wanted to hear of it now. Resolve by 18:00');
    expect(woken('staff-ana')).toContain(': its snooze is over. Resolve by 18:00');
  });

  it('of many lists ten, and says where the others are', () => {
    const reminders = Array.from({ length: 12 }, (_, index) => ({
      what: 'resolve_due' as const,
      dueAt: at('18:00'),
      view: claimed({ number: 200 + index }),
    }));
    const note = reminderNote(reminders, KIM.id)!;
    expect(note.items).toHaveLength(10);
    expect(noteAloud(note)).toContain(
      '12 of your alerts need you; the 10 due first. /cx-mine shows all of them.',
    );
  });

  it('of what was done meanwhile is none', () => {
    const reminder = { what: 'respond_soon', dueAt: at('10:40') } as const;
    expect(reminderNote([{ ...reminder, view: viewIn('resolved') }], KIM.id)).toBeUndefined();
    expect(reminderNote([{ ...reminder, view: claimed() }], 'staff-ana')).toBeUndefined();
    expect(reminderNote([], KIM.id)).toBeUndefined();
  });
});

it('what is mine says what each asks for next, and by when', () => {
  const views = [claimed({ promisedAt: at('10:20') }), claimed({ number: 124, snoozedUntil: at('20:00') })];
  expect(noteAloud(mineNote({ views, total: 2 }))).toBe(
    '2 alerts are yours, what is due first:\n' +
      'CX-123 · call back at 10:20 (~10:20) · High · Maria Lopez at Acme gave 2 of 5 after a call about refunds [Log contact] [Resolve] [Snooze]\n' +
      'CX-124 · snoozed until 20:00 (~20:00) · High · Maria Lopez at Acme gave 2 of 5 after a call about refunds [Wake now] [Resolve] [Release]',
  );
});
