import type { DocumentSection } from '../../../cards/post-mortem/post-mortem-document.js';
import { SECTION_LIMIT } from '../../../domain/post-mortem/post-mortem.js';
import type { Moment } from '../screen.js';
import { When } from './when.js';

/** One section: its text, and behind “Edit” the same to be written anew. Each is sent by itself, with the version that was read. */
export function PaperSection({
  number,
  section,
  closed,
  moment,
}: {
  number: number;
  section: DocumentSection;
  /** Nothing is written any more. */
  closed: boolean;
  moment: Moment;
}) {
  const { name, heading, question, text, writtenBy, writtenAt } = section;
  const empty = text.trim() === '';
  return (
    <section class="paper-section" id={`section-${name}`} aria-labelledby={`heading-${name}`}>
      <h2 id={`heading-${name}`}>{heading}</h2>
      <div id={`text-${name}`} data-keep="block">
        {empty ? (
          <p class="paper-question">{question}</p>
        ) : (
          <p class="paper-text" dir="auto">
            {text}
          </p>
        )}
        {!empty && writtenBy && writtenAt && (
          <p class="paper-by">
            {`${writtenBy.name}, `}
            <When at={writtenAt} as="relative" moment={moment} />
          </p>
        )}
      </div>
      <div id={`edit-${name}`} data-keep="block">
        {!closed && (
          <details class="paper-edit" id={`write-${name}`}>
            <summary class="button quiet" aria-label={`${empty ? 'Write' : 'Edit'}: ${heading}`}>
              {empty ? 'Write' : 'Edit'}
            </summary>
            <SectionForm number={number} section={section} text={text} save="Save" />
          </details>
        )}
      </div>
    </section>
  );
}

/** A plain form post: what comes of it is a page of its own, or the document again. */
export function SectionForm({
  number,
  section: { name, heading, version, question },
  text,
  save,
}: {
  number: number;
  section: Pick<DocumentSection, 'name' | 'heading' | 'version' | 'question'>;
  text: string;
  save: string;
}) {
  return (
    <form class="paper-form" method="post" action={`/post-mortems/${number}/sections/${name}`}>
      <input type="hidden" name="version" value={String(version)} />
      <label class="unseen" for={`draft-${name}`}>
        {heading}
      </label>
      <p class="hint" id={`hint-${name}`}>
        {question}
      </p>
      <textarea
        id={`draft-${name}`}
        name="text"
        rows={8}
        maxlength={SECTION_LIMIT}
        data-draft=""
        dir="auto"
        aria-describedby={`hint-${name}`}
      >
        {`\n${text}`}
      </textarea>
      <p class="ask-actions">
        <button type="submit" class="button primary">
          {save}
        </button>
        <a class="button quiet" href={`/post-mortems/${number}#section-${name}`}>
          Cancel
        </a>
      </p>
    </form>
  );
}
