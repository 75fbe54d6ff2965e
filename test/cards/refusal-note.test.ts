import { describe, expect, it } from 'vitest';
import { type Refusal, refusalNote } from '../../src/cards/refusal-note.js';
import type { Note } from '../../src/cards/note.js';
import type { RefusalReason } from '../../src/domain/changes/change.js';
import { ANA, at, KIM, viewIn } from './acme.js';
import { noteAloud } from './read-aloud.js';

type Told = readonly [Omit<Refusal, 'reason'>, string];

/** What is told of an alert in this state to who attempted that; `newer`: the alert that took its place. */
function row(
  state: Parameters<typeof viewIn>[0],
  actor: Refusal['actor'],
  attempted: Refusal['attempted'],
  words: string,
  newer?: number,
): Told {
  return [{ view: viewIn(state), actor, attempted, ...(newer !== undefined && { newer }) }, words];
}

const WORDS: Readonly<Record<RefusalReason, readonly Told[]>> = {
  taken: [
    row('claimed', ANA, 'claim', 'CX-123: Kim has had this since 10:04.\n[Take over] 123'),
    row(
      'claimed',
      ANA,
      'resolve',
      'CX-123: Kim has had this since 10:04. Only the owner can resolve it. Nothing changed.\n[Take over] 123',
    ),
    row(
      'claimed',
      ANA,
      'release',
      'CX-123: Kim has had this since 10:04. Only the owner can give it back. Nothing changed.\n[Take over] 123',
    ),
    row(
      'claimed',
      ANA,
      'dismiss',
      'CX-123: Kim has had this since 10:04. Only the owner can set it aside now. Nothing changed.\n[Take over] 123',
    ),
  ],
  already_yours: [
    row('claimed', KIM, 'claim', 'CX-123: this has been yours since 10:04.\n[Resolve] 123\n[Release] 123'),
  ],
  not_claimed: [
    row(
      'open',
      KIM,
      'resolve',
      'CX-123: nobody has this, so it is free to claim. Nothing changed.\n[Claim] 123',
    ),
  ],
  closed: [
    row('resolved', ANA, 'claim', 'CX-123: already resolved by Kim ~13:20: recovered. Nothing changed.'),
    row('resolved', KIM, 'resolve', 'CX-123: already resolved by you ~13:20: recovered. Nothing changed.'),
    row(
      'dismissed',
      KIM,
      'claim',
      'CX-123: already marked as not an issue by Ana ~10:12: already handled. Nothing changed.',
    ),
  ],
  not_closed: [
    row(
      'claimed',
      ANA,
      'reopen',
      'CX-123: this is not closed, so there is nothing to reopen. Kim has had this since 10:04.',
    ),
    row('open', ANA, 'reopen', 'CX-123: this is open already, and nobody has claimed it yet.\n[Claim] 123'),
  ],
  unchanged: [
    row('open', KIM, 'change_severity', 'CX-123: the severity is high already. Nothing changed.'),
    row('claimed', ANA, 'reassign', 'CX-123: Kim has had this since 10:04. Nothing changed.'),
    row('claimed', KIM, 'reassign', 'CX-123: you have had this since 10:04. Nothing changed.'),
  ],
  superseded: [
    row(
      'resolved',
      KIM,
      'reopen',
      'CX-123: CX-130 is about the same matter and not closed yet. Nothing changed: carry on there.',
      130,
    ),
  ],
};

describe('why nothing changed', () => {
  it.each(Object.entries(WORDS))('says it where it was %s', (reason, cases) => {
    const told = cases.map(([refusal]) =>
      noteAloud(refusalNote({ ...refusal, reason: reason as RefusalReason })),
    );
    expect(told).toEqual(cases.map(([, words]) => words));
  });

  it('is a whole note: who, since when and the way on, calling nobody', () => {
    expect(refusalNote({ reason: 'taken', view: viewIn('claimed'), actor: ANA, attempted: 'claim' })).toEqual(
      {
        lines: [
          [
            { kind: 'strong', text: 'CX-123' },
            { kind: 'text', text: ': ' },
            { kind: 'person', staff: KIM, mention: false },
            { kind: 'text', text: ' has had this' },
            { kind: 'text', text: ' since ' },
            { kind: 'time', at: at('10:04'), as: 'clock' },
            { kind: 'text', text: '.' },
          ],
        ],
        buttons: [{ action: 'take_over', alert: 123 }],
      } satisfies Note,
    );
  });
});
