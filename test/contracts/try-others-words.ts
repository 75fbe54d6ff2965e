import { describe, expect, it } from 'vitest';
import type { AlertView } from '../../src/domain/alert-view.js';
import { heardAs } from '../cards/acme.js';
import { beyond } from '../cards/beyond.js';
import { INJECTIONS } from '../cards/injections.js';
import { referenceOf } from '../platforms/wire/reference-of.js';
import type { Ground, PlatformContract, Shown } from './platform-ground.js';
import { createSpeaker, takenOver } from './platform-speaker.js';

export function tryOthersWords<G extends Ground>(contract: PlatformContract<G>): void {
  describe('what others wrote', () => {
    const { ground, card, line } = createSpeaker(contract);

    it('would come alive if it were passed on as it is', () => {
      const live = INJECTIONS.filter((words) => contract.aliveAsWritten(words).length > 0);
      expect(live.length).toBeGreaterThan(5);
    });

    it('is only words, on cards and in threads, in whatever way it is tried', async () => {
      const post = async (number: number, words: string): Promise<Shown> => {
        const view = hostileView(number, words);
        const messageId = `0190a1b2-0000-7000-8000-${String(number).padStart(12, '0')}`;
        const reference = referenceOf(await card(view, { messageId }));
        await line(takenOver(words), view, reference);
        return (await ground().shown(number))[0]!;
      };
      const usual = await post(1000, 'refund');
      expect(usual.thread).toHaveLength(1);
      const found: Record<string, readonly string[]> = {};
      for (const [index, words] of INJECTIONS.entries()) {
        const { alive, thread } = await post(1001 + index, words);
        const more = [
          ...beyond(alive, usual.alive),
          ...thread.flatMap((each) => beyond(each.alive, usual.thread[0]!.alive)),
        ];
        if (more.length > 0) found[words] = more;
      }
      expect(found).toEqual({});
    }, 120_000);
  });
}

/** An alert all of whose words are those of others. */
function hostileView(number: number, words: string): AlertView {
  const view = heardAs({ text: `${words} refund`, speaker: words, channel: words });
  return {
    ...view,
    alert: { ...view.alert, number, theme: words, reason: words },
    customer: { ...view.customer!, name: words },
    account: { ...view.account!, name: words, tier: words },
  };
}
