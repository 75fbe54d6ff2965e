/** What a page is made from: who asks for which address, and where to read. */
import type { PageAddress } from '../address.js';
import type { Answer } from '../answers.js';
import type { DeskDeps, DeskStore } from '../desk-deps.js';
import { type Frame, readFrame } from '../frame.js';
import type { Screen } from '../screen.js';
import type { Pictures } from '../charts/pictures.js';
import type { ReportMemory } from './report-memory.js';

export interface Visit {
  readonly deps: DeskDeps;
  readonly address: PageAddress;
  readonly answer: Answer | undefined;
  readonly reports: ReportMemory;
  readonly pictures: Pictures;
  /** The staff id picked in the demo. */
  readonly wanted: string | undefined;
}

/** Nobody may act here: there is no operator, or no staff. */
export class NobodyHere extends Error {
  override readonly name = 'NobodyHere';
}

/** Reads the frame and the page's own content in one transaction. Throws DatabaseAway, NobodyHere. */
export async function readPage<Content>(
  { deps, address, answer, pictures, wanted }: Visit,
  read: (store: DeskStore, frame: Frame) => Promise<Content>,
): Promise<{ readonly screen: Screen; readonly content: Content }> {
  const { frame, content } = await deps.read(async (store) => {
    const around = await readFrame(store, {
      people: deps.people,
      wanted,
      platforms: deps.platforms(),
      channels: deps.channels,
      choosesPeople: deps.people.kind === 'anybody' || answer?.said.kind === 'form',
    });
    if (!around) throw new NobodyHere('nobody who may act is known');
    return { frame: around, content: await read(store, around) };
  });
  return {
    content,
    screen: {
      address,
      answer,
      frame,
      pictures,
      moment: { now: deps.clock(), timeZone: deps.timeZone },
      actAsAnybody: deps.people.kind === 'anybody',
      canSendSample: deps.sendSample !== undefined,
      howToSend: deps.howToSend?.(),
    },
  };
}
