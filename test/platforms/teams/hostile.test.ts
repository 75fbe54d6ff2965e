import { describe, expect, it } from 'vitest';
import { line, person } from '../../../src/cards/text.js';
import { renderForm } from '../../../src/platforms/teams/render/render-form.js';
import { renderMessage, renderPlainMessage } from '../../../src/platforms/teams/render/render-message.js';
import { noteText, renderNote } from '../../../src/platforms/teams/render/render-note.js';
import { CONTENT_BYTES, sizeBytes } from '../../../src/platforms/teams/render/within-size.js';
import { at, KIM } from '../../cards/acme.js';
import { cardOf, describeInertWords } from '../../contracts/inert-words.js';
import { alive, aliveInMarkdown } from './teams-markup.js';

const NOW = at('10:10');
const OUR_LINK = '](https://acme.example/a%28b%29_c_%2Ad%2A)';
const mentions = (staffId: string) => (staffId === KIM.id ? '29:kim' : undefined);

describeInertWords({
  platform: 'Teams',
  render: ({ contents, note, form }) => [
    ...contents.flatMap((content) => [
      renderMessage(content, { mentions }),
      renderPlainMessage(content, { mentions }),
    ]),
    renderNote(note, { now: NOW }),
    { text: noteText(note, { now: NOW }) },
    renderForm(form, { faults: { note: form.title } }),
  ],
  // Our own markup is around the customer's words: that it is there counts, not what is in it; blank words have none.
  aliveIn: (each) =>
    alive(each).filter(
      (found) =>
        !['formatted', '<b>', '</b>'].includes(found) && !(found.startsWith('[') && found.endsWith(OUR_LINK)),
    ),
  aliveAsWritten: (words) => alive({ type: 'TextBlock', text: words }),
  check: (each) => expect(sizeBytes(each)).toBeLessThanOrEqual(CONTENT_BYTES),
});

describe('a customer’s words on Teams', () => {
  it('are seen to be alive where they are', () => {
    expect(aliveInMarkdown('<at>Kim</at> *a* [x](https://evil.example) {{TIME(1)}} &lt;')).toHaveLength(9);
    expect(alive({ type: 'TextRun', text: '<at>Kim</at>' })).toHaveLength(2);
  });

  it('call nobody, though they look like somebody who is called', () => {
    const message = renderMessage(
      { kind: 'line', line: line(person(KIM, true), ', see: <at>Kim</at>') },
      { mentions },
    );
    expect(message.text?.match(/<at>/gu)).toHaveLength(1);
    expect(message.entities).toHaveLength(1);
  });

  it('stand in the quote exactly as written', () => {
    const words = '*Third* time [I] call_ about `it` & <you> know\nhttps://acme.example/a_b';
    const quote = JSON.stringify(renderMessage({ kind: 'card', card: { ...cardOf('x'), quote: words } }));
    expect(quote).toContain(JSON.stringify(`“${words}”`).slice(1, -1));
  });
});
