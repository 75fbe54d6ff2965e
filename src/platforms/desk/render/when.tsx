import { fullTime, timeInWords, type TimeStyle } from '../browser/time-words.js';
import type { Moment } from '../screen.js';

/** A time; the page's script keeps it true and puts it into the reader's zone. */
export function When({ at, as, moment }: { at: Date; as: TimeStyle; moment: Moment }) {
  const { now, timeZone } = moment;
  return (
    <time datetime={at.toISOString()} data-as={as} title={fullTime(at, timeZone)}>
      {timeInWords({ at, as, now, timeZone })}
    </time>
  );
}
