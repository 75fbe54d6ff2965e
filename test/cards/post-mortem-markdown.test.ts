import { describe, expect, it } from 'vitest';
import { inertMarkdownLine, inertMarkdownLines } from '../../src/cards/post-mortem/inert-markdown.js';
import { postMortemDocument } from '../../src/cards/post-mortem/post-mortem-document.js';
import { postMortemMarkdown } from '../../src/cards/post-mortem/post-mortem-markdown.js';
import type { PostMortemSources } from '../../src/domain/post-mortem/post-mortem-view.js';
import { at, KIM, viewIn } from './acme.js';
import { PAPER } from './paper.js';

const HOSTILE =
  '[click](javascript:alert(1)) <img src=x onerror=alert(1)> https://evil.example @channel\n# Heading\n1. one';

const SOURCES: PostMortemSources = {
  events: new Map([
    [
      123,
      [
        {
          id: 'a',
          at: at('09:40'),
          event: { kind: 'opened', signalId: 's', severity: 'high', reason: 'low score' },
        },
        { id: 'b', at: at('10:44'), actor: KIM, event: { kind: 'claimed' } },
      ],
    ],
  ]),
  voices: [{ alert: 123, signal: { ...viewIn('open').lead, text: HOSTILE } }],
  alike: [{ ...viewIn('open'), alert: { ...viewIn('open').alert, number: 130 } }],
  history: [],
};

describe('words in Markdown', () => {
  it.each([
    ['[a](b)', String.raw`\[a\](b)`],
    ['<script>&amp;', '&lt;script&gt;&amp;amp;'],
    ['*b* _i_ `c` ~s~ |', String.raw`\*b\* \_i\_ \`c\` \~s\~ \|`],
    ['https://evil.example', String.raw`https\://evil.example`],
    ['www.evil.example', String.raw`www\.evil.example`],
    ['a@b.example', 'a@<!-- -->b.example'],
    ['# h', String.raw`\# h`],
    ['- x', String.raw`\- x`],
    ['12. x', String.raw`12\. x`],
    ['===', String.raw`\===`],
    ['a\nb', 'a b'],
  ])('%j is written %j', (text, written) => {
    expect(inertMarkdownLine(text)).toBe(written);
  });

  it('keep lists of staff as lists, and nothing else', () => {
    expect(inertMarkdownLines('One.\n- two\n3) *three*', { lists: true })).toBe(
      'One.  \n- two\n3) \\*three\\*',
    );
  });
});

describe('the export', () => {
  const text = postMortemMarkdown(postMortemDocument(PAPER, SOURCES), 'UTC');

  it('reads as the document does', () => {
    expect(text).toContain('# PM-7: Refunds: Maria Lopez at Acme');
    expect(text).toContain('## What we would do differently\n\nCall before the third mail.');
    expect(text).toContain('- Somebody owns the queue');
    expect(text).toContain('“Refund review queue”');
    expect(text).toContain('[tracker](<https://tracker.example.com/1>)');
    expect(text).toContain('Kim claimed this');
    expect(text).not.toContain('## Root cause');
  });

  it('shows the customer’s words whole and inert', () => {
    expect(text).toContain(String.raw`> \[click\](javascript\:alert(1)) &lt;img src=x onerror=alert(1)&gt;`);
    expect(text).toContain(String.raw`> \# Heading`);
    expect(text).toContain(String.raw`> 1\. one`);
    expect(text).not.toMatch(/<(?!!-- -->|https:\/\/tracker)/u);
  });

  it('names no other customer', () => {
    const alike = text.slice(text.indexOf('## Alike'));
    expect(alike).toContain('CX-130');
    expect(alike).not.toContain('Maria');
  });
});
