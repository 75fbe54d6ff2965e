import type { Answer, Place } from '../answers.js';
import { writeAddress } from '../address.js';
import type { Screen } from '../screen.js';
import { FormView } from './render-form.js';
import { NoteView } from './render-note.js';

/** The place of a private answer: always there, mostly empty, so that a page can be brought up to date piece by piece. */
export function AnswerSlot({
  id,
  answer,
  place,
  screen,
}: {
  id: string;
  answer: Answer | undefined;
  place: Place;
  screen: Screen;
}) {
  if (!answer) return <div class="answer-slot" id={id} data-keep="block"></div>;
  const without = { ...screen.address, answer: undefined };
  const { said } = answer;
  return (
    <div class="answer-slot" id={id} data-keep="block" data-answer={answer.id}>
      <section class={`answer answer-${said.kind}`} aria-label="Answer to you alone">
        {said.kind === 'form' ? (
          <FormView
            form={said.form}
            given={said.given}
            faults={said.faults}
            staff={screen.frame.staff}
            place={place}
            back={writeAddress(without)}
          />
        ) : (
          <>
            <p class="answer-top">
              <span>Only you see this</span>
              {said.asked !== undefined && <code>{said.asked}</code>}
              <a
                class="close"
                href={writeAddress(without)}
                data-in-place=""
                data-dismiss=""
                aria-label="Close this answer"
              >
                ×
              </a>
            </p>
            <NoteView note={said.note} place={place} screen={screen} />
          </>
        )}
      </section>
    </div>
  );
}
