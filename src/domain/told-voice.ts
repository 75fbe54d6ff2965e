/** What became of a voice that one of us reported, for whoever reported it. */
import type { AlertView, EventView, SignalView } from './alert-view.js';

export interface ToldVoice {
  readonly signal: SignalView;
  /** Why it was decided as it was. */
  readonly reason: string;
  /** The alert that it opened or joined; absent where it is kept on the timeline. */
  readonly view?: AlertView;
  /** What ended the alert, where that is what is told. */
  readonly ended?: EventView;
}
