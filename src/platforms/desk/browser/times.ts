import { fullTime, timeInWords, type TimeStyle } from './time-words.js';

const EVERY_MS = 20_000;

/** Puts every time on the page into the reader's zone and keeps the relative ones true. */
export function keepTimes(): void {
  tellTimes();
  setInterval(tellTimes, EVERY_MS);
}

export function tellTimes(): void {
  const now = new Date();
  for (const element of document.querySelectorAll<HTMLTimeElement>('time[data-as]')) {
    const at = new Date(element.dateTime);
    const words = timeInWords({ at, as: styleOf(element), now });
    if (element.textContent !== words) element.textContent = words;
    element.title = fullTime(at);
  }
}

function styleOf(element: HTMLElement): TimeStyle {
  const as = element.dataset['as'];
  return as === 'clock' || as === 'day' || as === 'near_day' ? as : 'relative';
}
