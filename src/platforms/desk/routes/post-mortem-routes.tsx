/** Post-mortems on the desk: the list, each as a document and as a file, and its sections, written one by one. */
import type { Hono } from 'hono';
import { postMortemDocument } from '../../../cards/post-mortem/post-mortem-document.js';
import { postMortemMarkdown } from '../../../cards/post-mortem/post-mortem-markdown.js';
import { POST_MORTEM_STATE_NAMES } from '../../../cards/post-mortem/section-names.js';
import { plainText } from '../../../domain/plain-text.js';
import { postMortemName, SECTIONS } from '../../../domain/post-mortem/post-mortem.js';
import { postMortemPage } from '../pages/post-mortem-page.js';
import { postMortemsPage } from '../pages/post-mortems-page.js';
import { sectionConflictPage } from '../pages/section-conflict-page.js';
import { TroublePage } from '../pages/trouble-page.js';
import { toHtml } from '../render/document.js';
import { actorOf } from './actor-of.js';
import type { Desk, DeskEnv } from './desk-app.js';
import { visitOf } from './visit-of.js';

export function postMortemRoutes(app: Hono<DeskEnv>, desk: Desk): void {
  const { deps } = desk;

  app.get('/post-mortems', async (context) =>
    context.html(await toHtml(await postMortemsPage(visitOf(context, desk)))),
  );

  app.get('/post-mortems/:number{[0-9]{1,9}}', async (context) => {
    const page = await postMortemPage(visitOf(context, desk), Number(context.req.param('number')));
    return page ? context.html(await toHtml(page)) : context.notFound();
  });

  app.get('/post-mortems/:file{[0-9]{1,9}[.]md}', async (context) => {
    const number = Number.parseInt(context.req.param('file'), 10);
    const paper = await deps.read(async (store) => {
      const view = await store.viewPostMortem(number);
      return view && postMortemDocument(view, await store.postMortemSources(view));
    });
    if (!paper) return context.notFound();
    return context.body(postMortemMarkdown(paper, deps.timeZone), 200, {
      'content-type': 'text/markdown; charset=utf-8',
      'content-disposition': `attachment; filename="${paper.name}.md"`,
    });
  });

  // Where the answer to a section was shown, for whoever loads it anew.
  app.get('/post-mortems/:number{[0-9]{1,9}}/sections/:section', (context) => {
    const section = SECTIONS.find((name) => name === context.req.param('section'));
    if (!section) return context.notFound();
    return context.redirect(`/post-mortems/${context.req.param('number')}#section-${section}`);
  });

  app.post('/post-mortems/:number{[0-9]{1,9}}/sections/:section', async (context) => {
    const number = Number(context.req.param('number'));
    const section = SECTIONS.find((name) => name === context.req.param('section'));
    const fields = new URLSearchParams(await context.req.text());
    const version = fields.get('version') ?? '';
    if (!section || !/^\d{1,9}$/u.test(version)) return context.notFound();
    const own = plainText(fields.get('text') ?? '');
    const actor = await actorOf(context, desk);
    const wrote = await deps.conversation.write({
      postMortem: number,
      section,
      base: Number(version),
      text: own,
      actorId: actor.id,
    });
    const back = `/post-mortems/${number}#section-${section}`;
    const trouble = async (title: string, sentence: string, status: 409 | 413): Promise<Response> =>
      context.html(await toHtml(<TroublePage title={title} sentence={sentence} back={back} />), status);
    switch (wrote?.outcome) {
      case undefined:
        return context.notFound();
      case 'done':
      case 'unchanged':
        return context.redirect(back, 303);
      case 'written_meanwhile': {
        const page = sectionConflictPage(visitOf(context, desk), { number, now: wrote.now, own });
        return context.html(await toHtml(await page), 409);
      }
      case 'refused':
        return trouble(
          `${postMortemName(number)} is ${POST_MORTEM_STATE_NAMES.completed.toLowerCase()}`,
          'Nothing changed: reopen it to write on. Your words are still in the page before this one.',
          409,
        );
      case 'too_long':
        return trouble(
          'That was too long',
          `Nothing changed: a section holds ${wrote.limit.toLocaleString('en-GB')} characters. Your words are still in the page before this one.`,
          413,
        );
    }
  });
}
