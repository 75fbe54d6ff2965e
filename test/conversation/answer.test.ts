import { describe, expect, it } from 'vitest';
import { answer } from '../../src/conversation/answer.js';
import { ANA, KIM, viewIn } from '../cards/acme.js';
import { noteAloud } from '../cards/read-aloud.js';

describe('what a person hears of what they tried', () => {
  const tried = { actor: ANA, action: 'claim' } as const;

  it('is nothing more where the card and its thread tell', () => {
    expect(
      answer({ outcome: 'changed', view: viewIn('claimed'), event: { kind: 'claimed' } }, tried),
    ).toEqual({ kind: 'done' });
  });

  it('a late click on a resolved alert says who resolved it', () => {
    const late = answer({ outcome: 'refused', reason: 'closed', view: viewIn('resolved') }, tried);
    expect(late.kind === 'note' && noteAloud(late.note)).toBe(
      'CX-123: already resolved by Kim ~13:20: recovered. Nothing changed.',
    );
  });

  it('a second claim says who has it and since when', () => {
    const second = answer({ outcome: 'refused', reason: 'taken', view: viewIn('claimed') }, tried);
    expect(second.kind === 'note' && noteAloud(second.note)).toBe(
      'CX-123: Kim has had this since 10:04.\n[Take over] 123',
    );
  });

  it('a reopening that a newer alert stands against names it', () => {
    const reopened = answer(
      { outcome: 'refused', reason: 'superseded', view: viewIn('resolved'), newer: 130 },
      { actor: KIM, action: 'reopen' },
    );
    expect(reopened.kind === 'note' && noteAloud(reopened.note)).toContain('CX-130');
  });

  it('an alert that is not there is said not to be', () => {
    const missing = answer({ outcome: 'not_found', alert: 999 }, tried);
    expect(missing.kind === 'note' && noteAloud(missing.note)).toContain('There is no CX-999.');
  });
});
