/** The desk shows what the database says, so that a message is up once posting has recorded it. */
import { newBrowser, makeDesk, ORIGIN, partOf, wordsOf } from '../platforms/desk/browse.js';
import { createWorld } from '../platforms/desk/desk-world.js';
import { NOW } from '../platforms/desk/some-alert.js';
import { BO, KIM } from '../cards/acme.js';
import type { Ground, PlatformContract, Posted, Shown } from './platform-ground.js';

export const DESK: PlatformContract<Ground> = {
  name: 'desk',
  start: startOnDesk,
  aliveAsWritten: (words) => aliveIn(`<p>${words}</p>`).slice(2),
  canLook: true,
  secrets: [],
  // Nothing is sent anywhere.
  troubles: { later: [], unknown: [], channel_gone: [], platform_stopped: [] },
};

async function startOnDesk(): Promise<Ground> {
  const world = createWorld(NOW);
  world.staff.push(KIM, BO);
  const { desk } = makeDesk(world, { people: { kind: 'operator', staffId: KIM.id } });
  const browser = newBrowser(desk);
  await browser.get(new URL(desk.openingAddress(ORIGIN)).pathname);
  const posted: number[] = [];

  const record = ({ call, sent, view, event }: Posted): void => {
    if (sent.outcome !== 'posted') return;
    const { number } = view.alert;
    const isNew = !posted.includes(number);
    if (isNew) {
      posted.push(number);
      world.post('support', view);
    }
    if (event) world.change(view, event.event, event);
    else if (!isNew && call.edit !== undefined)
      world.change(view, { kind: 'opened', signalId: '', severity: 'high', reason: '' });
  };

  const read = async (number: number): Promise<Shown> => {
    const { html } = await browser.get(`/alerts/${number}`);
    const pane = partOf(html, 'thread');
    const [, told = ''] = /<ol class="lines">([\s\S]*?)<\/ol>/u.exec(pane) ?? [];
    const lines = [...told.matchAll(/<li>[\s\S]*?<\/li>/gu)].map(([each]) => each);
    return { ...seen(pane), thread: lines.map(seen) };
  };

  return {
    platform: desk.platform,
    channel: 'support',
    staffId: KIM.id,
    record,
    shown: async (alert) =>
      Promise.all(posted.filter((each) => alert === undefined || each === alert).map(read)),
    toldAlone: async () => wordsOf((await browser.get('/mine')).html),
    close: () => {
      desk.close();
      return Promise.resolve();
    },
  };
}

function seen(html: string): Omit<Shown, 'thread'> {
  return { words: wordsOf(html), alive: aliveIn(html) };
}

/** Its elements and the names of their attributes; whatever leads away from the desk, whole. */
function aliveIn(html: string): readonly string[] {
  return [...html.matchAll(/<\/?([a-z][a-z0-9]*)((?:\s(?:"[^"]*"|[^"<>])*)?)>|<!--/giu)].map(
    ([tag, element, attributes = '']) =>
      element === undefined
        ? tag
        : `${element}${attributes.replace(/"[^"]*"/gu, '').replace(/\s+/gu, ' ')}${(/(?:href|src|action)="(?![/#])[^"]*"/u.exec(tag) ?? [''])[0]}`,
  );
}
