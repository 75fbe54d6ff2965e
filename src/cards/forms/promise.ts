import { alertName } from '../../domain/alert.js';
import type { AlertView } from '../../domain/alert-view.js';
import { isTimeZone } from '../../domain/zoned-time.js';
import type { FormKind } from '../form-kind.js';
import { TYPED_TIME_MAX_LENGTH } from '../form-limits.js';
import { headline } from '../headline.js';
import { gather } from '../read-answer.js';
import { readTime, TIME_EXAMPLES } from '../read-time.js';
import { sentence } from '../sentence.js';
import { zoneWords } from '../zone-words.js';

/** Asks for the time that was agreed, on the customer's clock where it is known. */
export const promiseForm: FormKind = {
  ask: (view, timeZone) => ({
    action: 'promise',
    alert: view.alert.number,
    title: `Call back ${alertName(view.alert.number)}`,
    intro: `${sentence(headline(view))} You are reminded 15 and 5 minutes before; log the contact once you called.`,
    submit: 'Promise',
    fields: [
      {
        kind: 'text',
        name: 'due',
        label: whoseClock(view, timeZone),
        required: true,
        multiline: false,
        maxLength: TYPED_TIME_MAX_LENGTH,
        hint: `${TIME_EXAMPLES}.`,
      },
    ],
  }),
  read: (answers, { now, timeZone: own, view }) => {
    const timeZone = customerZone(view) ?? own;
    const read = gather({
      due: readTime(answers['due'], `Say when. Examples: ${TIME_EXAMPLES}.`, { now, timeZone }),
    });
    return 'faults' in read ? read : { change: { verb: 'promise', due: read.values.due, timeZone } };
  },
};

function whoseClock(view: AlertView, own: string): string {
  const zone = customerZone(view);
  return zone === undefined
    ? `When, in ${zoneWords(own)} (the customer's is not known)`
    : `When, in the customer's own time (${zoneWords(zone)})`;
}

function customerZone({ customer }: AlertView): string | undefined {
  const zone = customer?.timeZone;
  return zone !== undefined && isTimeZone(zone) ? zone : undefined;
}
