/** Everything that a page is drawn from besides its own content. */
import type { PageAddress } from './address.js';
import type { Answer } from './answers.js';
import type { Pictures } from './charts/pictures.js';
import type { Frame } from './frame.js';

export interface Screen {
  readonly address: PageAddress;
  readonly frame: Frame;
  readonly moment: Moment;
  readonly answer: Answer | undefined;
  readonly pictures: Pictures;
  /** The demo lets the reader act as anybody. */
  readonly actAsAnybody: boolean;
  readonly canSendSample: boolean;
  readonly howToSend: string | undefined;
}

/** The time that relative times are told from. */
export interface Moment {
  readonly now: Date;
  readonly timeZone: string;
}
