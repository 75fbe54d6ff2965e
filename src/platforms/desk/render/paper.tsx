/** The parts of a post-mortem's page that nobody writes: what it is of, what will be changed, what was said, what happened. */
import type {
  AlertLine,
  PostMortemDocument,
  Timeline,
  Voice,
} from '../../../cards/post-mortem/post-mortem-document.js';
import { itemLine } from '../../../cards/post-mortem/post-mortem-lines.js';
import { POST_MORTEM_STATE_NAMES } from '../../../cards/post-mortem/section-names.js';
import type { Written } from '../../../cards/narrative/narrative-lines.js';
import type { Report } from '../../../cards/report.js';
import { alertName } from '../../../domain/alert.js';
import type { Moment } from '../screen.js';
import { ActionButton } from './buttons.js';
import { WrittenView } from './render-written.js';
import { LineView } from './render-line.js';
import { When } from './when.js';

export function PaperHead({
  number,
  paper,
  buttons,
  moment,
}: {
  number: number;
  paper: PostMortemDocument;
  buttons: NonNullable<Report['buttons']>;
  moment: Moment;
}) {
  return (
    <header class="paper-head" id="paper-head" data-keep="block">
      <p class="paper-name">
        <span>{`Post-mortem ${paper.name}`}</span>
        <span class={`paper-state state-of-${paper.state}`}>{POST_MORTEM_STATE_NAMES[paper.state]}</span>
      </p>
      <h1 id="paper-title" dir="auto">
        {paper.subject}
      </h1>
      <dl class="facts">
        {paper.facts.map(({ label, value }) => (
          <div>
            <dt>{label}</dt>
            <dd dir="auto">
              <LineView line={value} moment={moment} />
            </dd>
          </div>
        ))}
      </dl>
      <p class="card-actions">
        {buttons.map(
          ({ action, alert }) =>
            action !== 'write_section' &&
            action !== 'rewrite_section' && (
              <ActionButton action={action} alert={alert} place="command" look="plain" />
            ),
        )}
        <a class="button quiet" href={`/post-mortems/${number}.md`} download={`${paper.name}.md`}>
          Markdown
        </a>
      </p>
    </header>
  );
}

/** What a model wrote, before anything that people did. */
export function PaperWritten({ written, moment }: { written: Written; moment: Moment }) {
  return (
    <section class="paper-section" id="paper-written" data-keep="block">
      <h2>In short</h2>
      <WrittenView written={written} moment={moment} />
    </section>
  );
}

export function PaperRest({ paper, moment }: { paper: PostMortemDocument; moment: Moment }) {
  const { items, voices, timelines, alike, history } = paper;
  return (
    <div id="paper-rest" data-keep="block">
      <section class="paper-section">
        <h2>What will be changed</h2>
        {items.length === 0 ? (
          <p class="paper-question">No action yet. One with an owner and a day is worth ten without.</p>
        ) : (
          <ul class="paper-items">
            {items.map((item) => (
              <li class={item.item.doneAt ? 'done' : undefined} dir="auto">
                <LineView line={itemLine(item)} moment={moment} />
              </li>
            ))}
          </ul>
        )}
      </section>
      {voices.length > 0 && <Voices voices={voices} moment={moment} />}
      <section class="paper-section">
        <h2>What happened</h2>
        {timelines.map((timeline) => (
          <TimelineView timeline={timeline} moment={moment} />
        ))}
      </section>
      {alike.all > 0 && <Alike open={alike.open} all={alike.all} moment={moment} />}
      <section class="paper-section paper-history">
        <h2>How this was written</h2>
        <ol class="lines">
          {history.map(({ at, line }) => (
            <li>
              <When at={at} as="clock" moment={moment} />
              <p dir="auto">
                <LineView line={line} moment={moment} />
              </p>
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}

function Voices({ voices, moment }: { voices: readonly Voice[]; moment: Moment }) {
  return (
    <section class="paper-section">
      <h2>What was said</h2>
      {voices.map(({ who, at, alert, text }) => (
        <figure class="paper-voice">
          <blockquote dir="auto">
            <p>{`“${text}”`}</p>
          </blockquote>
          <figcaption>
            <span dir="auto">{who}</span>
            {', '}
            <When at={at} as="clock" moment={moment} />
            {' · '}
            <a href={`/alerts/${alert}`}>{alertName(alert)}</a>
          </figcaption>
        </figure>
      ))}
    </section>
  );
}

function TimelineView({ timeline, moment }: { timeline: Timeline; moment: Moment }) {
  return (
    <>
      <h3 dir="auto">
        <a href={`/alerts/${timeline.alert}`}>
          <LineView line={timeline.line} moment={moment} />
        </a>
      </h3>
      <ol class="paper-timeline">
        {timeline.entries.map(({ at, after, line }) => (
          <li>
            <span class="paper-when">
              <When at={at} as="clock" moment={moment} />
              <span>{after}</span>
            </span>
            <p dir="auto">
              <LineView line={line} moment={moment} />
            </p>
          </li>
        ))}
      </ol>
    </>
  );
}

function Alike({ open, all, moment }: { open: readonly AlertLine[]; all: number; moment: Moment }) {
  return (
    <section class="paper-section">
      <h2>Alike</h2>
      <p>
        {`${all === 1 ? 'One other alert' : `${all} other alerts`} of the same theme in the 30 days before and since; `}
        {open.length === 0 ? 'none is open.' : `${open.length} open now:`}
      </p>
      <ul class="paper-items">
        {open.map(({ alert, line }) => (
          <li dir="auto">
            <a href={`/alerts/${alert}`}>
              <LineView line={line} moment={moment} />
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
