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
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

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

/** "Thu 19 Nov". */
export function shortDay(day: Day): string {
  const [date = '', month = ''] = dayWords(day).split(' ');
  return `${WEEKDAYS[weekdayOf(day)] ?? ''} ${date} ${month.slice(0, 3)}`;
}
