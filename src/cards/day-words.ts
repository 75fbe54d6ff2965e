import { type Day, weekdayOf } from '../domain/zoned-time.js';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const LONG_WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const WEEKDAYS = LONG_WEEKDAYS.map((name) => name.slice(0, 3));

/** "20 November 2026". */
export function dayWords(day: Day): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${Number(date)} ${MONTHS[Number(month) - 1] ?? month} ${year}`;
}

/** "1 to 15 November 2026", "28 October to 3 November 2026", "20 November 2026". */
export function daysWords(first: Day, last: Day): string {
  if (first === last) return dayWords(first);
  const [from, to] = [dayWords(first).split(' '), dayWords(last)];
  if (first.slice(0, 7) === last.slice(0, 7)) return `${from[0] ?? first} to ${to}`;
  const named = first.slice(0, 4) === last.slice(0, 4) ? from.slice(0, 2).join(' ') : dayWords(first);
  return `${named} to ${to}`;
}

/** "Friday 20 November". */
export function longDay(day: Day): string {
  const [date = '', month = ''] = dayWords(day).split(' ');
  return `${longWeekday(day)} ${date} ${month}`;
}

/** "Friday". */
export function longWeekday(day: Day): string {
  return LONG_WEEKDAYS[weekdayOf(day)] ?? '';
}

/** "Thu 19 Nov". */
export function shortDay(day: Day): string {
  return `${WEEKDAYS[weekdayOf(day)] ?? ''} ${dateWords(day)}`;
}

/** "Thu 19": for places on an axis that stand side by side. */
export function axisDay(day: Day): string {
  return shortDay(day).split(' ').slice(0, 2).join(' ');
}

/** "13–19 Nov", "30 Nov–6 Dec". */
export function shortDays(first: Day, last: Day): string {
  const [from, to] = [dateWords(first), dateWords(last)];
  return first.slice(0, 7) === last.slice(0, 7) ? `${from.split(' ')[0] ?? from}–${to}` : `${from}–${to}`;
}

/** "19 Nov". */
function dateWords(day: Day): string {
  const [date = '', month = ''] = dayWords(day).split(' ');
  return `${date} ${month.slice(0, 3)}`;
}
