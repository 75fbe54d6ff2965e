import { describe, expect, it } from 'vitest';
import { checkView } from './block-kit-limits.js';

const plain = (chars: number) => ({ type: 'plain_text', text: 'x'.repeat(chars) });
const many = (count: number, item: object): object[] => Array.from({ length: count }, () => item);

describe('a view', () => {
  const modal = (more: object = {}) => ({ type: 'modal', title: plain(5), blocks: [], ...more });
  const field = { type: 'input', label: plain(5), element: { type: 'plain_text_input', action_id: 'note' } };

  it.each([
    [
      'title',
      (over: 0 | 1) => modal({ title: plain(24 + over) }),
      'must be less than 25 characters [json-pointer:/view/title/text]',
    ],
    [
      'submit',
      (over: 0 | 1) => modal({ submit: plain(24 + over) }),
      'must be less than 25 characters [json-pointer:/view/submit/text]',
    ],
    [
      'close',
      (over: 0 | 1) => modal({ close: plain(24 + over) }),
      'must be less than 25 characters [json-pointer:/view/close/text]',
    ],
    [
      'private_metadata',
      (over: 0 | 1) => modal({ private_metadata: 'x'.repeat(3000 + over) }),
      'must be less than 3001 characters [json-pointer:/view/private_metadata]',
    ],
    [
      'callback_id',
      (over: 0 | 1) => modal({ callback_id: 'x'.repeat(255 + over) }),
      'must be less than 256 characters [json-pointer:/view/callback_id]',
    ],
    [
      'blocks',
      (over: 0 | 1) => modal({ blocks: many(100 + over, { type: 'divider' }) }),
      'no more than 100 items allowed [json-pointer:/view/blocks]',
    ],
  ] as const)('may be as large as the limit and no larger: %s', (_, view, said) => {
    expect(checkView(view(0))).toBeUndefined();
    expect(checkView(view(1))).toEqual({ error: 'invalid_arguments', messages: [`[ERROR] ${said}`] });
  });

  it('with a field to fill needs a way to submit it', () => {
    expect(checkView(modal({ blocks: [field], submit: plain(4) }))).toBeUndefined();
    expect(checkView(modal({ blocks: [field] }))?.messages).toEqual([
      '[ERROR] missing required field: submit [json-pointer:/view]',
    ]);
  });

  it('is 250 kB at most', () => {
    const blocks = many(100, { type: 'section', text: plain(2500) });
    expect(checkView(modal({ blocks }))?.error).toBe('view_too_large');
  });
});
