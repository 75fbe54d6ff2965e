import { describe, expect, it } from 'vitest';
import { checkMessageBlocks } from './block-kit-limits.js';

const plain = (chars: number) => ({ type: 'plain_text', text: 'x'.repeat(chars) });
const mrkdwn = (chars: number) => ({ type: 'mrkdwn', text: 'x'.repeat(chars) });
const many = <Item>(count: number, item: (index: number) => Item): Item[] =>
  Array.from({ length: count }, (_, index) => item(index));
const button = (more: object = {}) => ({ type: 'button', action_id: 'go', text: plain(2), ...more });
const option = (value: string) => ({ text: plain(2), value });
const section = (more: object) => ({ type: 'section', ...more });
const actions = (...elements: object[]) => ({ type: 'actions', elements });
const input = (element: object, more: object = {}) => ({ type: 'input', label: plain(5), element, ...more });
const quote = (...elements: object[]) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_quote', elements }],
});

/** Each as large as Slack takes it, and then a little larger, with what Slack says then. */
const LIMITS: readonly (readonly [string, (over: 0 | 1) => object, string])[] = [
  [
    'text of a section',
    (over) => section({ text: mrkdwn(3000 + over) }),
    'must be less than 3001 characters [json-pointer:/blocks/0/text/text]',
  ],
  [
    'fields of a section',
    (over) => section({ fields: many(10 + over, () => mrkdwn(1)) }),
    'no more than 10 items allowed [json-pointer:/blocks/0/fields]',
  ],
  [
    'text of a field',
    (over) => section({ fields: [mrkdwn(2000 + over)] }),
    'must be less than 2001 characters [json-pointer:/blocks/0/fields/0/text]',
  ],
  [
    'header',
    (over) => ({ type: 'header', text: plain(150 + over) }),
    'must be less than 151 characters [json-pointer:/blocks/0/text/text]',
  ],
  [
    'elements of a context',
    (over) => ({ type: 'context', elements: many(10 + over, () => mrkdwn(1)) }),
    'no more than 10 items allowed [json-pointer:/blocks/0/elements]',
  ],
  [
    'elements of actions',
    (over) => actions(...many(25 + over, (index) => button({ action_id: `go${index}` }))),
    'no more than 25 items allowed [json-pointer:/blocks/0/elements]',
  ],
  [
    'text of a button',
    (over) => actions(button({ text: plain(75 + over) })),
    'must be less than 76 characters [json-pointer:/blocks/0/elements/0/text/text]',
  ],
  [
    'value of a button',
    (over) => actions(button({ value: 'x'.repeat(2000 + over) })),
    'must be less than 2001 characters [json-pointer:/blocks/0/elements/0/value]',
  ],
  [
    'address of a button',
    (over) => actions(button({ url: 'x'.repeat(3000 + over) })),
    'must be less than 3001 characters [json-pointer:/blocks/0/elements/0/url]',
  ],
  [
    'spoken label of a button',
    (over) => actions(button({ accessibility_label: 'x'.repeat(75 + over) })),
    'must be less than 76 characters [json-pointer:/blocks/0/elements/0/accessibility_label]',
  ],
  [
    'action_id',
    (over) => actions(button({ action_id: 'x'.repeat(255 + over) })),
    'must be less than 256 characters [json-pointer:/blocks/0/elements/0/action_id]',
  ],
  [
    'block_id',
    (over) => ({ type: 'divider', block_id: 'x'.repeat(255 + over) }),
    'must be less than 256 characters [json-pointer:/blocks/0/block_id]',
  ],
  [
    'options of an overflow menu',
    (over) =>
      actions({
        type: 'overflow',
        action_id: 'more',
        options: many(5 + over, (index) => option(`${index}`)),
      }),
    'no more than 5 items allowed [json-pointer:/blocks/0/elements/0/options]',
  ],
  [
    'options of a select',
    (over) =>
      actions({
        type: 'static_select',
        action_id: 'pick',
        options: many(100 + over, (index) => option(`${index}`)),
      }),
    'no more than 100 items allowed [json-pointer:/blocks/0/elements/0/options]',
  ],
  [
    'text of an option',
    (over) =>
      actions({
        type: 'static_select',
        action_id: 'pick',
        options: [{ text: plain(75 + over), value: 'a' }],
      }),
    'must be less than 76 characters [json-pointer:/blocks/0/elements/0/options/0/text/text]',
  ],
  [
    'radio buttons',
    (over) =>
      input({
        type: 'radio_buttons',
        action_id: 'pick',
        options: many(10 + over, (index) => option(`${index}`)),
      }),
    'no more than 10 items allowed [json-pointer:/blocks/0/element/options]',
  ],
  [
    'label of an input',
    (over) => input({ type: 'plain_text_input', action_id: 'say' }, { label: plain(2000 + over) }),
    'must be less than 2001 characters [json-pointer:/blocks/0/label/text]',
  ],
  [
    'first value of a text input',
    (over) => input({ type: 'plain_text_input', action_id: 'say', initial_value: 'x'.repeat(3000 + over) }),
    'must be less than 3001 characters [json-pointer:/blocks/0/element/initial_value]',
  ],
  [
    'alternative text of an image',
    (over) => ({ type: 'image', image_url: 'https://x', alt_text: 'x'.repeat(2000 + over) }),
    'must be less than 2001 characters [json-pointer:/blocks/0/alt_text]',
  ],
];

describe('a message', () => {
  it.each(LIMITS)('may be as large as the limit and no larger: %s', (_, block, said) => {
    expect(checkMessageBlocks({ blocks: [block(0)] })).toBeUndefined();
    expect(checkMessageBlocks({ blocks: [block(1)] })).toEqual({
      error: 'invalid_blocks',
      messages: [`[ERROR] ${said}`],
    });
  });

  it('has 50 blocks and some 13,200 characters in them at most', () => {
    const dividers = (count: number) => ({ blocks: many(count, () => ({ type: 'divider' })) });
    expect(checkMessageBlocks(dividers(50))).toBeUndefined();
    expect(checkMessageBlocks(dividers(51))?.messages).toEqual([
      '[ERROR] no more than 50 items allowed [json-pointer:/blocks]',
    ]);
    const long = (chars: number) => ({
      blocks: [...many(4, () => section({ text: mrkdwn(3000) })), section({ text: mrkdwn(chars) })],
    });
    expect(checkMessageBlocks(long(1200))).toBeUndefined();
    expect(checkMessageBlocks(long(1201))?.error).toBe('msg_blocks_too_long');
  });

  it('is refused for what Slack does not know, with where it is', () => {
    const messages = (...blocks: unknown[]) => checkMessageBlocks({ blocks })?.messages;
    expect(messages({ type: 'confetti' })).toEqual([
      '[ERROR] unsupported type: confetti [json-pointer:/blocks/0/type]',
    ]);
    expect(messages({ type: 'divider', colour: 'red' })).toEqual([
      '[ERROR] invalid additional property: colour [json-pointer:/blocks/0]',
    ]);
    expect(messages(section({}))).toEqual(['[ERROR] missing required field: text [json-pointer:/blocks/0]']);
    expect(messages(section({ text: mrkdwn(0) }))).toEqual([
      '[ERROR] must be more than 0 characters [json-pointer:/blocks/0/text/text]',
    ]);
    expect(messages(actions(button(), button()))).toEqual([
      '[ERROR] already exists [json-pointer:/blocks/0/elements/1/action_id]',
    ]);
    expect(messages({ type: 'divider', block_id: 'a' }, { type: 'divider', block_id: 'a' })).toEqual([
      '[ERROR] already exists [json-pointer:/blocks/1/block_id]',
    ]);
    expect(messages({ type: 'header', text: mrkdwn(3) })).toEqual([
      '[ERROR] unsupported type: mrkdwn [json-pointer:/blocks/0/text/type]',
    ]);
    expect(messages(null)).toEqual(['[ERROR] must provide an object [json-pointer:/blocks/0]']);
    expect(checkMessageBlocks({ blocks: {} })?.error).toBe('invalid_blocks_format');
  });

  it('may quote people in rich text, whose pieces are known too', () => {
    const text = { type: 'text', text: 'Three weeks!', style: { italic: true } };
    expect(checkMessageBlocks({ blocks: [quote(text, { type: 'link', url: 'https://x' })] })).toBeUndefined();
    expect(checkMessageBlocks({ blocks: [quote({ type: 'shout', text: 'x' })] })?.messages).toEqual([
      '[ERROR] unsupported type: shout [json-pointer:/blocks/0/elements/0/elements/0/type]',
    ]);
    expect(checkMessageBlocks({ blocks: [quote({ ...text, colour: 'red' })] })?.messages).toEqual([
      '[ERROR] invalid additional property: colour [json-pointer:/blocks/0/elements/0/elements/0]',
    ]);
  });

  it('may carry blocks in coloured attachments, which hold nothing else beside', () => {
    const attachment = { color: '#a30200', blocks: [section({ text: mrkdwn(3) })] };
    expect(checkMessageBlocks({ attachments: [attachment] })).toBeUndefined();
    expect(checkMessageBlocks({ attachments: [{ ...attachment, title: 'x' }] })).toEqual({
      error: 'invalid_attachments',
      messages: ['[ERROR] invalid_keys'],
    });
    expect(
      checkMessageBlocks({ attachments: [attachment, { blocks: [section({ text: mrkdwn(3001) })] }] }),
    ).toEqual({
      error: 'invalid_attachments',
      messages: [
        '[ERROR] must be less than 3001 characters [json-pointer:/attachments/1/blocks/0/text/text]',
      ],
    });
    expect(checkMessageBlocks({ attachments: many(101, () => ({ text: 'x' })) })?.error).toBe(
      'too_many_attachments',
    );
  });
});
