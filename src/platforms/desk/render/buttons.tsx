import { ACTION_NAMES, type ActionId, SHARE_NAME } from '../../../cards/actions.js';
import type { Place } from '../answers.js';

/** The one form of a page that buttons belong to: it says where to come back to, so that the buttons themselves never change. */
export const PRESS_FORM = 'press';

interface Pressed {
  readonly action: ActionId;
  readonly alert: number;
  readonly place: Place;
  readonly look: 'primary' | 'plain' | 'item';
  /** Where the same action for the same alert stands more than once on a page: on what. */
  readonly of?: string;
}

/** Works without script: the form posts to the address that the button carries. */
export function ActionButton({ action, alert, place, look, of }: Pressed) {
  return (
    <button
      type="submit"
      form={PRESS_FORM}
      formaction={`/alerts/${alert}/${action}`}
      name="place"
      value={place}
      id={`${of ?? place}-${alert}-${action}`}
      class={`button ${look}`}
      data-action={action}
    >
      {ACTION_NAMES[action]}
    </button>
  );
}

/** Shows a private summary to the channel it was asked in. */
export function ShareButton({ report, place }: { report: string; place: Place }) {
  return (
    <button
      type="submit"
      form={PRESS_FORM}
      formaction={`/reports/${report}/share`}
      name="place"
      value={place}
      id={`share-${report}`}
      class="button plain"
    >
      {SHARE_NAME}
    </button>
  );
}

/** What is done seldom, behind "More". */
export function MoreActions({
  actions,
  alert,
  place,
}: {
  actions: readonly ActionId[];
  alert: number;
  place: Place;
}) {
  if (actions.length === 0) return <></>;
  return (
    <details class="more" id={`${place}-${alert}-more`}>
      <summary class="button plain" id={`${place}-${alert}-more-summary`}>
        More
      </summary>
      <div class="menu">
        {actions.map((action) => (
          <ActionButton action={action} alert={alert} place={place} look="item" />
        ))}
      </div>
    </details>
  );
}
