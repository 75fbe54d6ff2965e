import { describe, expect, it } from 'vitest';
import type { Found } from '../../src/posting/platform.js';
import { viewIn } from '../cards/acme.js';
import { referenceOf } from '../platforms/wire/reference-of.js';
import { until } from '../platforms/wire/until.js';
import type { Ground, PlatformContract } from './platform-ground.js';
import { AN_ALERT, createSpeaker } from './platform-speaker.js';

const PARKED_MS = 5_000;

/** Each outcome means the same to posting, whatever the platform's own words for it are. */
export function tryOutcomes<G extends Ground>(contract: PlatformContract<G>): void {
  const { troubles, canLook } = contract;
  if (Object.values(troubles).every((each) => each.length === 0)) return;
  describe('an outcome', () => {
    const { ground, target, card, isReady } = createSpeaker(contract);

    it.each(troubles.later)('$says: nothing was posted, and it can be sent again', async ({ make, mend }) => {
      await make(ground());
      const sent = await card(AN_ALERT);
      expect(sent.outcome).toBe('later');
      const keys = ground()
        .platform.buckets(target())
        .map(({ key }) => key);
      if (sent.outcome === 'later') for (const closed of sent.closes ?? []) expect(keys).toContain(closed);
      await mend?.(ground());
      await isReady();
      expect(await ground().shown()).toEqual([]);
      referenceOf(await card(AN_ALERT));
      expect(await ground().shown()).toHaveLength(1);
    });

    it.each(troubles.unknown)(
      'unknown, as $says: it is looked for where that can be done',
      async (trouble) => {
        const since = new Date();
        await trouble.make(ground());
        expect((await card(AN_ALERT)).outcome).toBe('unknown');
        await trouble.mend?.(ground());
        await isReady();
        const shown = await ground().shown();
        expect(shown).toHaveLength(trouble.isThere ? 1 : 0);
        const sought = [
          { messageId: target().messageId, since },
          { messageId: 'never-sent', since },
        ];
        const [found, never] = (await ground().platform.find(target(), sought)).found as [Found, Found];
        expect(never.outcome).toBe(canLook ? 'not_found' : 'impossible');
        if (!canLook) {
          expect(found.outcome).toBe('impossible');
        } else if (!trouble.isThere) {
          expect(found.outcome).toBe('not_found');
        } else {
          if (found.outcome !== 'found') throw new Error(JSON.stringify(found));
          expect((await card(viewIn('claimed'), { edit: found.reference })).outcome).toBe('posted');
          expect(await ground().shown()).toMatchObject([
            { words: expect.stringContaining('Claimed by Kim') as string },
          ]);
        }
      },
    );

    it('lost, as the message to edit is gone: it is posted anew', async () => {
      expect((await card(AN_ALERT, { edit: ground().goneReference! })).outcome).toBe('lost');
      referenceOf(await card(AN_ALERT));
      expect(await ground().shown()).toHaveLength(1);
    });

    it.each(troubles.channel_gone)('channel gone, as $says: it says why, in words', async ({ make }) => {
      await make(ground());
      const sent = await card(AN_ALERT);
      expect(sent).toMatchObject({
        outcome: 'channel_gone',
        why: expect.stringMatching(/\w+ \w+/u) as string,
      });
      // Every other channel is worth a call.
      expect(ground().platform.ready()).toBe(true);
    });

    it.each(troubles.platform_stopped)(
      'platform stopped, as $says: it is parked until it is mended',
      async ({ make, mend }) => {
        await make(ground());
        expect((await card(AN_ALERT)).outcome).toBe('platform_stopped');
        await until(() => !ground().platform.ready(), PARKED_MS);
        expect(await ground().shown()).toEqual([]);
        await mend?.(ground());
        await isReady();
        referenceOf(await card(AN_ALERT));
      },
    );
  });
}
