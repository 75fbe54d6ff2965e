import { describe, expect, it } from 'vitest';
import { type Counts, figures, recoveredOf } from '../../../src/domain/figures/figures.js';
import { nps, npsDiffers } from '../../../src/domain/figures/nps.js';
import { differs, shareOf } from '../../../src/domain/figures/share.js';
import { NO_COUNTS } from '../../cards/counts.js';

const of = (counts: Partial<Counts>) => figures({ ...NO_COUNTS, ...counts });

describe('a figure', () => {
  it('of fewer than five is not told, of five it is', () => {
    expect(of({ satisfied: { n: 4, of: 4 } }).csat).toBeUndefined();
    expect(of({ satisfied: { n: 4, of: 5 } }).csat).toEqual({ value: 0.8, n: 5 });
    expect(of({ nps: { promoters: 4, detractors: 0, of: 4 } }).nps).toBeUndefined();
    expect(of({ claimed: { n: 4, medianMs: 1, ninthDecileMs: 2 } }).toClaim).toBeUndefined();
    expect(of({ answeredInTime: { n: 4, of: 4 } }).answeredInTime).toBeUndefined();
  });

  it('of recovery leaves out what needed none', () => {
    const outcomes = { ...NO_COUNTS.outcomes, recovered: 3, no_reply: 2, not_an_issue: 4, duplicate: 1 };
    expect(recoveredOf({ ...NO_COUNTS, outcomes })).toEqual({ n: 3, of: 5 });
  });

  it('of promises is the share kept, with how many were late or broken', () => {
    expect(of({ promises: { kept: 3, late: 1, broken: 0 } }).promisesKept).toBeUndefined();
    expect(of({ promises: { kept: 3, late: 1, broken: 1 } }).promisesKept).toEqual({
      kept: 3,
      late: 1,
      broken: 1,
      value: 0.6,
      n: 5,
    });
  });
});

describe('the promoter score', () => {
  it('is the per cent of promoters less that of detractors', () => {
    expect(nps({ promoters: 50, detractors: 20, of: 100 })).toMatchObject({ value: 30, n: 100 });
    expect(nps({ promoters: 0, detractors: 5, of: 5 })).toEqual({ value: -100, n: 5, margin: 0 });
  });

  it('knows how sure it is: 88 answers leave some sixteen points either way', () => {
    expect(nps({ promoters: 46, detractors: 19, of: 88 })?.margin).toBeCloseTo(17.1, 0);
  });
});

describe('a change', () => {
  it('of six points in two hundred answers may be chance, of sixteen is not', () => {
    const before = shareOf({ n: 168, of: 200 });
    expect(differs(shareOf({ n: 156, of: 200 }), before)).toBe(false);
    expect(differs(shareOf({ n: 136, of: 200 }), before)).toBe(true);
  });

  it('against nothing known is none', () => {
    expect(differs(shareOf({ n: 5, of: 5 }), undefined)).toBe(false);
    expect(npsDiffers(nps({ promoters: 5, detractors: 0, of: 5 }), undefined)).toBe(false);
  });
});
