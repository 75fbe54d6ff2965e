import { describe, expect, it } from 'vitest';
import { type Refusal, refusalNote } from '../../src/cards/refusal-note.js';
import type { Note } from '../../src/cards/note.js';
import type { RefusalReason } from '../../src/domain/changes/change.js';
import { ANA, at, KIM, viewIn } from './acme.js';
import { noteAloud } from './read-aloud.js';

const WORDS: Readonly<Record<RefusalReason, readonly (readonly [Omit<Refusal, 'reason'>, string])[]>> = {
  taken: [
    [
      { view: viewIn('claimed'), actor: ANA, attempted: 'claim' },
      'CX-123: Kim has had this since 10:04.\n[Take over] 123',
    ],
    [
      { view: viewIn('claimed'), actor: ANA, attempted: 'resolve' },
      'CX-123: Kim has had this since 10:04. Only the owner can resolve it. Nothing changed.\n[Take over] 123',
    ],
    [
      { view: viewIn('claimed'), actor: ANA, attempted: 'release' },
      'CX-123: Kim has had this since 10:04. Only the owner can give it back. Nothing changed.\n[Take over] 123',
    ],
    [
      { view: viewIn('claimed'), actor: ANA, attempted: 'dismiss' },
      'CX-123: Kim has had this since 10:04. Only the owner can set it aside now. Nothing changed.\n[Take over] 123',
    ],
  ],
  already_yours: [
    [
      { view: viewIn('claimed'), actor: KIM, attempted: 'claim' },
      'CX-123: this has been yours since 10:04.\n[Resolve] 123\n[Release] 123',
    ],
  ],
  not_claimed: [
    [
      { view: viewIn('open'), actor: KIM, attempted: 'resolve' },
      'CX-123: nobody has this, so it is free to claim. Nothing changed.\n[Claim] 123',
    ],
  ],
  closed: [
    [
      { view: viewIn('resolved'), actor: ANA, attempted: 'claim' },
      'CX-123: already resolved by Kim ~13:20: recovered. Nothing changed.',
    ],
    [
      { view: viewIn('resolved'), actor: KIM, attempted: 'resolve' },
      'CX-123: already resolved by you ~13:20: recovered. Nothing changed.',
    ],
    [
      { view: viewIn('dismissed'), actor: KIM, attempted: 'claim' },
      'CX-123: already marked as not an issue by Ana ~10:12: already handled. Nothing changed.',
    ],
  ],
  not_closed: [
    [
      { view: viewIn('claimed'), actor: ANA, attempted: 'reopen' },
      'CX-123: this is not closed, so there is nothing to reopen. Kim has had this since 10:04.',
    ],
    [
      { view: viewIn('open'), actor: ANA, attempted: 'reopen' },
      'CX-123: this is open already, and nobody has claimed it yet.\n[Claim] 123',
    ],
  ],
  unchanged: [
    [
      { view: viewIn('open'), actor: KIM, attempted: 'change_severity' },
      'CX-123: the severity is high already. Nothing changed.',
    ],
    [
      { view: viewIn('claimed'), actor: ANA, attempted: 'reassign' },
      'CX-123: Kim has had this since 10:04. Nothing changed.',
    ],
    [
      { view: viewIn('claimed'), actor: KIM, attempted: 'reassign' },
      'CX-123: you have had this since 10:04. Nothing changed.',
    ],
  ],
  superseded: [
    [
      { view: viewIn('resolved'), actor: KIM, attempted: 'reopen', newer: 130 },
      'CX-123: CX-130 is about the same matter and not closed yet. Nothing changed: carry on there.',
    ],
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
