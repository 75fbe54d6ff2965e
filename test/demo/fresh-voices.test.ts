import { describe, expect, it } from 'vitest';
import { createFreshVoices } from '../../src/demo/fresh-voices.js';
import type { Voice } from '../../src/demo/voice.js';
import { COMPLAINTS, GLAD_TIDINGS } from '../../src/demo/voices/fresh-tales.js';
import { hearDay } from './hear-day.js';

function voices(seed: number) {
  let state = seed;
  let ids = 0;
  return createFreshVoices({
    random: () => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return state / 2_147_483_648;
    },
    newId: () => `id-${++ids}`,
  });
}

function take(count: number, next: () => Voice): readonly Voice[] {
  return Array.from({ length: count }, next);
}

describe('voices after the bundled day', () => {
  it('are never a duplicate of an earlier one', () => {
    const heard = hearDay(take(500, voices(1).next));
    expect(heard.filter(({ became }) => became === 'duplicate')).toEqual([]);
    expect(heard.filter(({ became }) => became === 'refused')).toEqual([]);
  });

  it('say everything once before anything is said again', () => {
    const everything = COMPLAINTS.length + GLAD_TIDINGS.length;
    const fresh = take(everything, voices(2).next);
    const heard = hearDay(fresh);
    expect(heard.filter(({ became }) => became === 'timeline')).toHaveLength(GLAD_TIDINGS.length);
    expect(heard.filter(({ became }) => became !== 'timeline')).toHaveLength(COMPLAINTS.length);
  });

  it('need a person where a complaint is asked for, and say why', () => {
    const heard = hearDay(take(COMPLAINTS.length, voices(3).complaint));
    const reasons = heard.map((each) => {
      if (each.became !== 'alert') throw new Error(`a complaint became ${each.became}`);
      return `${each.alert.severity} #${each.alert.team}: ${each.alert.reason} “${each.signal.text ?? ''}”`;
    });
    expect(`\n${reasons.toSorted().join('\n')}\n`).toMatchInlineSnapshot(`
      "
      high #billing: Escalated; says “refund”; says “Still waiting”, so this is not the first time. “Still waiting for the refund for the coffee that came open. It’s not the money. It’s that nobody writes back.”
      high #delivery: CSAT of 2 or less; says “never arrived”. “My parcel never arrived, and the photo shows somebody else’s door. It is a nice door. It isn’t mine.”
      high #delivery: Says “Do better” to 14,300 readers. “Day three of watching my @pelliworth parcel drive past the house on the tracking. Do better, please, I’m waving from the window.”
      high #support: Rated bad. “I asked for a person and got the same three links again.”
      high #support: Says “glass in my”: somebody could be hurt; CSAT of 2 or less. “A bottle had split and there was glass in my salad. We saw it in time.”
      high #support: Says “looking for alternatives”; NPS of 6 or less. “I’m looking for alternatives. Not angrily; I just can’t plan around a van that comes when it likes.”
      low #support: Says “One suggestion”, so there is a wish to answer. “One suggestion: let me leave the driver a note that is still there next week.”
      low #support: Ticked “please call me”. “Happy, but could somebody explain the two prices on my page to me?”
      normal #billing: Says “charged twice”; CSAT of 2 or less. “I was charged twice for the same box. It isn’t hard to see, one line stands under the other.”
      normal #delivery: CES of 3 or less. “Skipping one delivery took me longer than cooking the dinner it was for.”
      normal #delivery: CSAT of 2 or less. “Six days for a parcel to travel forty miles. I could have walked it there and stayed for lunch.”
      normal #support: CSAT of 2 or less. “A jar had leaked over everything else in the box. One sheet of paper in between would have done it.”
      normal #support: CSAT of 2 or less. “The box came without the nappies for the second week. I plan around that box.”
      normal #support: NPS of 6 or less. “You used to be the easy part of my week.”
      normal #support: Reported as a problem. “At the counter just now: the oat milk in the box was two months past its date. Very kind about it. Could somebody check the batch?”
      normal #support: Says “delete my data”, which may be a request with a legal time limit. “I’m moving abroad. Please delete my data, and thank you for nine good years.”
      normal #support: Says “keeps freezing”; 2 stars or fewer. “It keeps freezing on the address page. I like everything up to there.”
      "
    `);
  });

  it('come from the same customer where the same person speaks again', () => {
    const byName = new Map<string, Set<string | undefined>>();
    for (const { says } of take(300, voices(4).next)) {
      if (!('kind' in says) || !says.customer) continue;
      const { name, id } = says.customer;
      byName.set(name, (byName.get(name) ?? new Set()).add(id));
    }
    expect(byName.size).toBeGreaterThan(30);
    expect([...byName.values()].every((ids) => ids.size === 1)).toBe(true);
  });

  it('leave no slot open', () => {
    expect(JSON.stringify(take(200, voices(5).next))).not.toMatch(/\{(?:item|days)\}/u);
  });
});
