import { postMortemButtons } from '../../../cards/post-mortem/post-mortem-buttons.js';
import {
  type PostMortemDocument,
  postMortemDocument,
} from '../../../cards/post-mortem/post-mortem-document.js';
import type { PostMortemView } from '../../../domain/post-mortem/post-mortem-view.js';
import type { Report } from '../../../cards/report.js';
import { FrameView } from '../render/frame-view.js';
import { PaperHead, PaperRest, PaperWritten } from '../render/paper.js';
import { PaperSection } from '../render/paper-section.js';
import { AnswerSlot } from '../render/render-answer.js';
import type { Screen } from '../screen.js';
import { readPage, type Visit } from './visit.js';

interface Paper {
  readonly screen: Screen;
  readonly number: number;
  readonly paper: PostMortemDocument;
  readonly buttons: NonNullable<Report['buttons']>;
  readonly completed: boolean;
}

/** A post-mortem as the document that it is, with what can be done to it. Undefined where there is none of this number. */
export async function postMortemPage(visit: Visit, number: number) {
  const { screen, content } = await readPage(visit, async (store) => {
    const view = await store.viewPostMortem(number);
    return view && { view, sources: await store.postMortemSources(view) };
  });
  if (!content) return undefined;
  const { view, sources } = content;
  return <PaperPage {...asPaper(screen, view, postMortemDocument(view, sources))} />;
}

function asPaper(screen: Screen, view: PostMortemView, paper: PostMortemDocument): Paper {
  const { number, state } = view.postMortem;
  return { screen, number, paper, buttons: postMortemButtons(view), completed: state === 'completed' };
}

function PaperPage({ screen, number, paper, buttons, completed }: Paper) {
  return (
    <FrameView screen={screen} title={`${paper.name} · ${paper.subject}`} shape="page">
      <article class="page paper" aria-labelledby="paper-title">
        <PaperHead number={number} paper={paper} buttons={buttons} moment={screen.moment} />
        <AnswerSlot id="page-answer" answer={screen.answer} place="command" screen={screen} />
        {paper.written && <PaperWritten written={paper.written} moment={screen.moment} />}
        {paper.sections.map((section) => (
          <PaperSection number={number} section={section} closed={completed} moment={screen.moment} />
        ))}
        <PaperRest paper={paper} moment={screen.moment} />
      </article>
    </FrameView>
  );
}
