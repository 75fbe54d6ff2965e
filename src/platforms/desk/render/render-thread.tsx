import { alertCard } from '../../../cards/alert-card.js';
import { eventLine } from '../../../cards/event-line.js';
import { alertName } from '../../../domain/alert.js';
import type { AlertView, CustomerView, EventView } from '../../../domain/alert-view.js';
import { customerPath, writeAddress } from '../address.js';
import type { Answer } from '../answers.js';
import type { Screen } from '../screen.js';
import { Headline } from './headline.js';
import { KeyList } from './key-help.js';
import { OutLink } from './out-link.js';
import { AnswerSlot } from './render-answer.js';
import { CardButtons, CardFacts, CardNotes, Overdue, tone } from './render-card.js';
import { LineView } from './render-line.js';
import { When } from './when.js';

export interface OpenThread {
  readonly view: AlertView;
  /** Oldest first. */
  readonly events: readonly EventView[];
}

/** The third column: all that was said and done about one alert. Always there, so that it can be filled in place. */
export function ThreadPane({
  thread,
  answer,
  screen,
  alone,
}: {
  thread: OpenThread | undefined;
  answer: Answer | undefined;
  screen: Screen;
  /** Its card does not stand beside it. */
  alone: boolean;
}) {
  const { open } = screen.address;
  const close = writeAddress({ ...screen.address, open: undefined, answer: undefined });
  if (open === undefined) return <NoThread />;
  if (!thread)
    return (
      <aside class="thread" id="thread" data-keep="block" aria-label="Thread">
        <CloseThread href={close} />
        <p class="thread-none">{`There is no ${alertName(open)}.`}</p>
      </aside>
    );
  const card = alertCard(thread.view);
  return (
    <aside
      class={`thread tone-${tone(card)}`}
      id="thread"
      data-keep="list"
      data-of={String(open)}
      aria-label={`Thread of ${card.name}`}
    >
      <div id="thread-root" data-keep="block">
        <CloseThread href={close} />
        <p class="card-top">
          <span class="label">{card.label}</span>
          <span class="name">{card.name}</span>
          <Overdue view={thread.view} moment={screen.moment} />
        </p>
        <h2 dir="auto">
          <Headline card={card} view={thread.view} />
        </h2>
        <Words view={thread.view} />
        <div class={alone ? 'thread-facts alone' : 'thread-facts'}>
          <CardFacts card={card} moment={screen.moment} />
          <CardNotes card={card} moment={screen.moment} />
        </div>
        <div class="card-actions">
          <CardButtons card={card} place="thread" />
          {card.link && (
            <span class="card-link">
              <OutLink {...card.link} />
            </span>
          )}
        </div>
      </div>
      <AnswerSlot id="thread-answer" answer={answer} place="thread" screen={screen} />
      <div id="thread-lines" data-keep="block">
        <Lines thread={thread} screen={screen} />
        <Customer customer={thread.view.customer} speaker={thread.view.lead.speaker} />
      </div>
    </aside>
  );
}

function NoThread() {
  return (
    <aside class="thread" id="thread" data-keep="block" aria-label="Thread">
      <div class="thread-hint">
        <p>Open an alert to read all that was said and done about it, and who the customer is.</p>
        <div class="with-script">
          <KeyList />
        </div>
      </div>
    </aside>
  );
}

function CloseThread({ href }: { href: string }) {
  return (
    <a class="close" href={href} id="thread-close" data-in-place="">
      <span class="close-back">
        <span aria-hidden="true">←</span> Back
      </span>
      <span class="close-mark">
        <span aria-hidden="true">×</span>
        <span class="unseen">Close the thread</span>
      </span>
    </a>
  );
}

/** The customer's words, whole. */
function Words({ view }: { view: AlertView }) {
  const { text } = view.lead;
  if (text === undefined || text === '') return <></>;
  return (
    <blockquote dir="auto">
      <p>{`“${text}”`}</p>
    </blockquote>
  );
}

function Lines({ thread, screen }: { thread: OpenThread; screen: Screen }) {
  const told = thread.events.flatMap((event) => {
    // The words that opened it stand above, whole.
    const line = event.event.kind === 'opened' ? undefined : eventLine(event, thread.view);
    return line ? [{ id: event.id, at: event.at, line }] : [];
  });
  if (told.length === 0)
    return <p class="thread-none">Nothing has happened here yet. Claim it, and it is told here.</p>;
  return (
    <ol class="lines">
      {told.map(({ at, line }) => (
        <li>
          <When at={at} as="clock" moment={screen.moment} />
          <p dir="auto">
            <LineView line={line} moment={screen.moment} />
          </p>
        </li>
      ))}
    </ol>
  );
}

function Customer({
  customer,
  speaker,
}: {
  customer: CustomerView | undefined;
  speaker: string | undefined;
}) {
  if (!customer) return <></>;
  const facts = [
    ['E-mail', customer.email],
    ['Phone', customer.phone],
    ['Prefers', customer.preferredContact],
    ['Time zone', customer.timeZone],
    ['Stage', customer.stage],
  ] as const;
  return (
    <section class="customer">
      <h3 dir="auto">{customer.name ?? speaker ?? 'The customer'}</h3>
      <dl class="facts">
        {facts.map(
          ([label, value]) =>
            value !== undefined && (
              <div>
                <dt>{label}</dt>
                <dd dir="auto">{value}</dd>
              </div>
            ),
        )}
      </dl>
      <p>
        <a href={customerPath(customer.id)}>All that was said and done</a>
      </p>
    </section>
  );
}
