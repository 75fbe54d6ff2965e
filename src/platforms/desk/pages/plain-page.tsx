import type { Child } from 'hono/jsx';
import { FrameView } from '../render/frame-view.js';
import { AnswerSlot } from '../render/render-answer.js';
import type { Screen } from '../screen.js';

/** A page of one wide column: lists and states behind the alerts. */
export function PlainPage({
  screen,
  title,
  about,
  children,
}: {
  screen: Screen;
  title: string;
  /** One sentence: what this page shows. */
  about: string;
  children: Child;
}) {
  return (
    <FrameView screen={screen} title={title} shape="page">
      <div class="page">
        <header class="page-top">
          <h1 dir="auto">{title}</h1>
          <p>{about}</p>
        </header>
        <AnswerSlot id="page-answer" answer={screen.answer} place="command" screen={screen} />
        <div id="page-content" data-keep="list">
          {children}
        </div>
      </div>
    </FrameView>
  );
}
