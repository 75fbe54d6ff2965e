import { describe, expect, it } from 'vitest';
import { groupKey } from '../../src/domain/group-key.js';
import type { Signal } from '../../src/domain/signal.js';

const key = (signal: Partial<Signal>, customerId?: string, theme = 'refunds') =>
  groupKey({
    source: 'surveys',
    customerId,
    theme,
    signal: { kind: 'survey', occurredAt: new Date(0), tags: [], ...signal },
  });

describe('what signals of one matter share', () => {
  it('is the conversation where the source names one, whoever speaks and of whatever', () => {
    expect(key({ conversationId: '8841', externalId: 'e1' }, 'c1')).toBe(
      key({ conversationId: '8841', externalId: 'e2' }, 'c2', 'login'),
    );
    expect(key({ conversationId: '8841' })).not.toBe(key({ conversationId: '8842' }));
  });

  it('is the customer and the theme otherwise', () => {
    expect(key({ externalId: 'e1' }, 'c1')).toBe(key({ externalId: 'e2' }, 'c1'));
    expect(key({}, 'c1', 'refunds')).not.toBe(key({}, 'c1', 'login'));
    expect(key({}, 'c1')).not.toBe(key({}, 'c2'));
  });

  it('is never the theme alone: strangers have matters of their own', () => {
    expect(key({ externalId: 'e1' })).not.toBe(key({ externalId: 'e2' }));
    expect(key({ externalId: 'e1' })).toBe(key({ externalId: 'e1' }, undefined, 'login'));
    expect(key({})).toBeUndefined();
  });

  it('is never shared between the kinds of keys, whatever the ids are', () => {
    const keys = [key({ conversationId: 'x' }), key({}, 'x'), key({ externalId: 'x' })];
    expect(new Set(keys).size).toBe(3);
  });
});
