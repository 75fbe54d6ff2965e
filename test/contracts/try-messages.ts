import { describe, expect, it } from 'vitest';
import { alertCard } from '../../src/cards/alert-card.js';
import { handedLine } from '../../src/cards/handed-line.js';
import { recorded, viewIn } from '../cards/acme.js';
import { WEEK } from '../cards/charts.js';
import { referenceOf } from '../platforms/wire/reference-of.js';
import type { Ground, PlatformContract } from './platform-ground.js';
import { AN_ALERT, createSpeaker, QUOTE, takenOver } from './platform-speaker.js';

const CLAIMED = recorded({ kind: 'claimed' });

export function tryMessages<G extends Ground>(contract: PlatformContract<G>): void {
  describe('a message', () => {
    const { ground, target, send, card, line } = createSpeaker(contract);

    it('is put up once, as a card in its channel', async () => {
      expect(ground().platform.name).toBe(contract.name);
      const reference = referenceOf(await card(AN_ALERT));
      const shown = await ground().shown();
      expect(shown).toMatchObject([{ words: expect.stringContaining(QUOTE) as string, thread: [] }]);
      expect(shown[0]!.words).toContain('CX-123');
      expect(reference).not.toBe('');
    });

    it('is brought to its newest state in place, under the same reference', async () => {
      const reference = referenceOf(await card(AN_ALERT));
      expect(await card(viewIn('claimed'), { edit: reference })).toEqual({ outcome: 'posted', reference });
      const shown = await ground().shown();
      expect(shown).toHaveLength(1);
      expect(shown[0]!.words).toContain('Claimed by Kim');
      // An edit that is made again does no harm: posting repeats one of which it heard nothing.
      expect(await card(viewIn('claimed'), { edit: reference })).toEqual({ outcome: 'posted', reference });
      expect(await ground().shown()).toEqual(shown);
    });

    it('has its lines in its own thread, in order', async () => {
      const reference = referenceOf(await card(AN_ALERT));
      const first = await line(CLAIMED, viewIn('claimed'), reference);
      const second = await line(takenOver('Bo is ill'), viewIn('claimed'), reference);
      expect(new Set([reference, referenceOf(first), referenceOf(second)]).size).toBe(
        ground().record ? 1 : 3,
      );
      const [shown, ...more] = await ground().shown();
      expect(more).toEqual([]);
      expect(shown!.thread.map(({ words }) => words)).toEqual([
        expect.stringContaining('Kim claimed this'),
        expect.stringContaining('Bo is ill'),
      ]);
    });

    it('to one person reaches them alone', async () => {
      const view = viewIn('claimed');
      const event = recorded({ kind: 'reassigned', to: ground().staffId, why: 'you know refunds' });
      const words = handedLine(event);
      const to = target({ channel: ground().staffId, direct: true });
      referenceOf(
        await send({ ...to, content: { kind: 'line', line: words, card: alertCard(view) } }, view, event),
      );
      expect(await ground().toldAlone()).toContain('CX-123');
      expect(ground().record ? [] : await ground().shown()).toEqual([]);
    });

    it('of figures has their chart on it, every place and every series of it', async () => {
      const report = { title: 'Support', lines: [], chart: WEEK, fallback: 'Support: 37 alerts.' };
      referenceOf(await ground().platform.send({ ...target(), content: { kind: 'report', report } }));
      // What the desk shows, its pages read from the database.
      if (ground().record) return;
      const [shown, ...more] = await ground().shown();
      expect(more).toEqual([]);
      for (const word of [WEEK.title, ...WEEK.labels, ...WEEK.series.map(({ name }) => name)])
        expect(shown!.words).toContain(word);
    });

    it('takes its tokens from buckets that its target alone decides', () => {
      for (const more of [{}, { edit: 'x' }, { thread: 'x' }, { channel: ground().staffId, direct: true }]) {
        const buckets = ground().platform.buckets(target(more));
        expect(ground().platform.buckets(target(more))).toEqual(buckets);
        expect(new Set(buckets.map(({ key }) => key)).size).toBe(buckets.length);
        for (const { key, capacity, perSecond } of buckets) {
          expect(key).toMatch(new RegExp(`^${contract.name}:`, 'u'));
          expect(capacity >= 1 || perSecond === 0).toBe(true);
        }
      }
    });
  });
}
