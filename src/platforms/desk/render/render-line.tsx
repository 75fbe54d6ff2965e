import type { Inline, Line } from '../../../cards/text.js';
import type { Moment } from '../screen.js';
import { OutLink } from './out-link.js';
import { When } from './when.js';

/** Words from people stand in elements of their own, so that their writing direction cannot disturb ours. */
export function LineView({ line, moment }: { line: Line; moment: Moment }) {
  return (
    <>
      {line.map((inline) => (
        <InlineView inline={inline} moment={moment} />
      ))}
    </>
  );
}

function InlineView({ inline, moment }: { inline: Inline; moment: Moment }) {
  switch (inline.kind) {
    case 'text':
      return <>{inline.text}</>;
    case 'strong':
      return <strong>{inline.text}</strong>;
    case 'time':
      return <When at={inline.at} as={inline.as} moment={moment} />;
    case 'person':
      return <b class={inline.mention ? 'person called' : 'person'}>{inline.staff.name}</b>;
    case 'link':
      return <OutLink text={inline.text} url={inline.url} />;
  }
}
