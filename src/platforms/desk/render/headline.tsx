import { speaker } from '../../../cards/headline.js';
import type { Card } from '../../../cards/card.js';
import type { AlertView } from '../../../domain/alert-view.js';
import { customerPath } from '../address.js';

/** Who did what: the customer's name leads to their page, the rest to the thread where there is one to open. */
export function Headline({
  card,
  view,
  threadAddress,
}: {
  card: Card;
  view: AlertView;
  threadAddress?: string;
}) {
  const { headline } = card;
  const id = view.customer?.id;
  const name = speaker(view, view.lead);
  const at = name === undefined ? -1 : headline.indexOf(name);
  if (id === undefined || name === undefined || at === -1 || name === headline)
    return <Rest text={headline} address={threadAddress} />;
  return (
    <>
      <Rest text={headline.slice(0, at)} address={threadAddress} />
      <a class="who" href={customerPath(id)}>
        {name}
      </a>
      <Rest text={headline.slice(at + name.length)} address={threadAddress} />
    </>
  );
}

/** Spaces at its ends stand outside the link. */
function Rest({ text, address }: { text: string; address: string | undefined }) {
  const words = text.trim();
  if (words === '' || address === undefined) return <>{text}</>;
  return (
    <>
      {text.startsWith(' ') && ' '}
      <a href={address} data-in-place="" data-thread="">
        {words}
      </a>
      {text.endsWith(' ') && ' '}
    </>
  );
}
