import type { Card } from '../../../cards/card.js';
import { eventLine } from '../../../cards/event-line.js';
import type { AlertView } from '../../../domain/alert-view.js';
import type { StreamEntry } from '../pages/stream-entry.js';
import type { Moment } from '../screen.js';
import { ActionButton, MoreActions } from './buttons.js';
import { FactList } from './fact-list.js';
import { Headline } from './headline.js';
import { OutLink } from './out-link.js';
import { LineView } from './render-line.js';
import { When } from './when.js';

/** A card in the stream: its state as bar and word, the customer's words, the facts, what can be done. */
export function CardView({
  card,
  entry,
  moment,
  threadAddress,
}: {
  card: Card;
  entry: StreamEntry;
  moment: Moment;
  threadAddress: string;
}) {
  const title = `title-${card.alert}`;
  return (
    <article
      class={`card tone-${tone(card)}`}
      id={`card-${card.alert}`}
      data-keep="block"
      aria-labelledby={title}
    >
      <p class="card-top">
        <span class="label">{card.label}</span>
        <span class="name">{card.name}</span>
        <Overdue view={entry.view} moment={moment} />
        <When at={entry.at} as="relative" moment={moment} />
      </p>
      <h2 id={title} dir="auto">
        <Headline card={card} view={entry.view} threadAddress={threadAddress} />
      </h2>
      <CardQuote card={card} />
      <CardFacts card={card} moment={moment} />
      <CardNotes card={card} moment={moment} />
      <div class="card-actions">
        <CardButtons card={card} place="stream" />
        {card.link && (
          <span class="card-link">
            <OutLink {...card.link} />
          </span>
        )}
      </div>
      <ThreadLink entry={entry} moment={moment} address={threadAddress} />
    </article>
  );
}

/** An open alert should have been answered, a claimed one resolved. */
export function Overdue({ view: { alert }, moment }: { view: AlertView; moment: Moment }) {
  const due =
    alert.state === 'open' ? alert.respondBy : alert.state === 'claimed' ? alert.resolveBy : undefined;
  if (due === undefined || due >= moment.now) return <></>;
  return <span class="overdue">Overdue</span>;
}

/** The colour of its state; an open alert has that of its severity. The label says the same in words. */
export function tone(card: Pick<Card, 'state' | 'severity'>): string {
  return card.state === 'open' ? card.severity : card.state;
}

function CardQuote({ card }: { card: Card }) {
  if (card.quote === undefined) return <></>;
  return (
    <blockquote dir="auto">
      <p>{`“${card.quote}”`}</p>
    </blockquote>
  );
}

export function CardFacts({ card, moment }: { card: Card; moment: Moment }) {
  return <FactList facts={card.facts} moment={moment} />;
}

export function CardNotes({ card, moment }: { card: Card; moment: Moment }) {
  return (
    <>
      {card.notes.map((note) => (
        <p class="card-note">
          <LineView line={note} moment={moment} />
        </p>
      ))}
      {card.read && (
        <p class="card-read">
          <LineView line={card.read} moment={moment} />
        </p>
      )}
    </>
  );
}

export function CardButtons({ card, place }: { card: Card; place: 'stream' | 'thread' }) {
  return (
    <>
      {card.buttons.map((action, index) => (
        <ActionButton
          action={action}
          alert={card.alert}
          place={place}
          look={index === 0 && card.state === 'open' ? 'primary' : 'plain'}
        />
      ))}
      <MoreActions actions={card.more} alert={card.alert} place={place} />
    </>
  );
}

function ThreadLink({ entry, moment, address }: { entry: StreamEntry; moment: Moment; address: string }) {
  const { lines, lastLine, view } = entry;
  if (lines === undefined || lines === 0) return <></>;
  const newest = lastLine && eventLine(lastLine, view);
  return (
    <a class="card-thread" href={address} data-in-place="">
      <span class="thread-count">{lines === 1 ? '1 update' : `${lines} updates`}</span>
      {lastLine && newest && (
        <>
          <span class="thread-last">
            <LineView line={newest.filter((inline) => inline.kind !== 'link')} moment={moment} />
          </span>
          <When at={lastLine.at} as="relative" moment={moment} />
        </>
      )}
    </a>
  );
}
