import { SECTION_NAMES, SECTION_QUESTIONS } from '../../../cards/post-mortem/section-names.js';
import { postMortemName } from '../../../domain/post-mortem/post-mortem.js';
import type { SectionView } from '../../../domain/post-mortem/post-mortem-view.js';
import { SectionForm } from '../render/paper-section.js';
import { PlainPage } from './plain-page.js';
import { readPage, type Visit } from './visit.js';

/** Somebody wrote the same section meanwhile: both texts, and one's own to be sent again. */
export async function sectionConflictPage(
  visit: Visit,
  { number, now, own }: { readonly number: number; readonly now: SectionView; readonly own: string },
) {
  const { screen } = await readPage(visit, () => Promise.resolve(undefined));
  const heading = SECTION_NAMES[now.name];
  return (
    <PlainPage
      screen={screen}
      title="Somebody else wrote this meanwhile"
      about={`“${heading}” of ${postMortemName(number)} changed since you opened it. Nothing is lost: both texts stand here. Make one of them and save it.`}
    >
      <div class="paper-conflict">
        <section>
          <h2>{now.writtenBy ? `As ${now.writtenBy.name} left it` : 'As it stands now'}</h2>
          <p class="paper-text" id="theirs" dir="auto">
            {now.text === '' ? 'It is empty now.' : now.text}
          </p>
          <p class="ask-actions">
            <a class="button plain" href={`/post-mortems/${number}#section-${now.name}`}>
              Keep this one
            </a>
          </p>
        </section>
        <section>
          <h2>Yours</h2>
          <SectionForm
            number={number}
            section={{ ...now, heading, question: SECTION_QUESTIONS[now.name] }}
            text={own}
            save="Save mine over it"
          />
        </section>
      </div>
    </PlainPage>
  );
}
