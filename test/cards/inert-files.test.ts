/** What leaves the platforms: the export of a post-mortem, and a digest on a terminal. */
import { describe, expect, it } from 'vitest';
import { postMortemDocument } from '../../src/cards/post-mortem/post-mortem-document.js';
import { postMortemMarkdown } from '../../src/cards/post-mortem/post-mortem-markdown.js';
import { reportText } from '../../src/cards/report-text.js';
import { line, strong } from '../../src/cards/text.js';
import type { PostMortemView } from '../../src/domain/post-mortem/post-mortem-view.js';
import { at, KIM, viewIn } from './acme.js';
import { beyond } from './beyond.js';
import { aliveInGfm } from './gfm-markup.js';
import { INJECTIONS, nameOf } from './injections.js';
import { PAPER } from './paper.js';
import { randomWords } from './random-words.js';

const TRIED = [...INJECTIONS, ...[1, 2, 3].flatMap((seed) => randomWords(seed, 60))];

/** A post-mortem all of whose words are those of others. */
function exported(words: string): string {
  const view = viewIn('resolved');
  const lead = { ...view.lead, text: words, speaker: words, source: words, channel: words };
  const whole = {
    ...view,
    lead,
    alert: { ...view.alert, theme: words, reason: words, rootCause: words, closingNote: words },
    customer: { id: 'c', name: words },
    account: { id: 'a', name: words, tier: words },
    modelReading: {
      reader: words,
      sentiment: 'negative',
      severity: 'high',
      flags: [],
      themes: [],
      because: { reason: words, quote: words },
    },
  } as const;
  const paper: PostMortemView = {
    ...PAPER,
    postMortem: { ...PAPER.postMortem, theme: words },
    narrative: { sentences: [{ text: words, quote: words, alerts: [123] }], reader: words },
    sections: PAPER.sections.map((section) => ({
      ...section,
      version: 1,
      text: words,
      writtenAt: at('12:10'),
      writtenBy: { ...KIM, name: words },
    })),
    alerts: [whole],
    items: PAPER.items.map((each) => ({ ...each, item: { ...each.item, text: words } })),
  };
  const resolved = { kind: 'resolved', outcome: 'partly', rootCause: words, note: words } as const;
  const contacted = { kind: 'contacted', channel: 'call', result: 'reached', note: words } as const;
  const sources = {
    events: new Map([
      [
        123,
        [
          {
            id: 'a',
            at: at('09:40'),
            event: { kind: 'opened', signalId: 's', severity: 'high', reason: words },
          },
          { id: 'b', at: at('10:00'), actor: KIM, event: contacted },
          { id: 'c', at: at('11:00'), actor: KIM, event: resolved },
        ] as const,
      ],
    ]),
    voices: [{ alert: 123, signal: lead }],
    alike: [{ ...whole, alert: { ...whole.alert, number: 130 } }],
    history: [],
  };
  return postMortemMarkdown(postMortemDocument(paper, sources), 'UTC');
}

describe('the words of others in an exported post-mortem', () => {
  const usual = aliveInGfm(exported('refund'));

  it('would come alive if they were written as they are', () => {
    expect(INJECTIONS.filter((words) => aliveInGfm(words).length > 0).length).toBeGreaterThan(150);
  });

  it('are only words, in whatever way it is tried', () => {
    for (const words of TRIED) {
      // Staff may write lists into a section; a list does nothing.
      const more = beyond(aliveInGfm(exported(words)), usual).filter(
        (each) => each !== 'list' && each !== 'number',
      );
      expect(more, nameOf(words)).toEqual([]);
    }
  });
});

describe('the words of others on a terminal', () => {
  it('steer nothing there', () => {
    for (const words of TRIED) {
      const said = line(words, strong(words));
      const report = {
        title: words,
        lines: [said],
        written: { lines: [said], by: said },
        parts: [{ title: words, lines: [said] }],
        fallback: words,
      };
      const text = reportText(report, { now: at('10:00'), timeZone: 'UTC' });
      expect(text, nameOf(words)).not.toMatch(
        /(?!\n)[\p{Cc}\p{Surrogate}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u,
      );
      expect(text.split('\n').length, nameOf(words)).toBe(9);
    }
  });
});
