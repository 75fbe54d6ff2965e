/** Most who answer give a score and no words. Which one is decided by place, so that the month is always the same. */
import { FRESH_PEOPLE } from '../voices/fresh-people.js';
import { ces, csat, nps, type Tale, thumb } from './tale.js';

/** Nobody is called because of any of these. */
const SCORES = {
  workday: [
    ['08:20', csat(5, 'in-app')],
    ['10:35', nps(9)],
    ['12:10', csat(4, 'email')],
    ['13:25', nps(7)],
    ['15:50', csat(5, 'in-app')],
    ['17:35', nps(10, 'in-app')],
    ['19:10', csat(3, 'in-app')],
    ['20:40', ces(6)],
    ['21:15', csat(4, 'in-app')],
    ['18:20', nps(8)],
    ['14:15', thumb('good')],
    ['09:05', csat(5, 'email')],
    ['16:40', csat(4, 'in-app')],
  ],
  weekend: [
    ['10:20', csat(5, 'in-app')],
    ['18:45', nps(9, 'in-app')],
    ['16:30', csat(4, 'in-app')],
  ],
} as const;

const MONTH_WORKDAYS = 21;
const WORKDAYS = 41;
const WEEKENDS = 8;
/** How many there are a day: fewer in the month before, fewer at weekends. */
const A_DAY = { month: 10, before: 8, weekend: 2 };
/** So often the question is about a parcel. */
const PARCEL_EVERY = 3;
/** Steps that meet every score and every person before one comes again. */
const STEP = { score: 3, person: 7 };

export function quietTales(): readonly Tale[] {
  const tales: Tale[] = [];
  const tell = (day: string, scores: (typeof SCORES)['workday' | 'weekend'], count: number): void => {
    for (let each = 0; each < count; each += 1) {
      const place = tales.length;
      const [time, as] = scores[(place * STEP.score) % scores.length] ?? scores[0];
      const person = FRESH_PEOPLE[(place * STEP.person) % FRESH_PEOPLE.length];
      const parcel = place % PARCEL_EVERY === 0 ? { tags: ['courier'] } : {};
      if (person) tales.push({ on: `${day} ${time}`, as, who: person.name, ...parcel });
    }
  };
  for (let day = 1; day <= WORKDAYS; day += 1)
    tell(String(day), SCORES.workday, day <= MONTH_WORKDAYS ? A_DAY.month : A_DAY.before);
  for (let week = 1; week <= WEEKENDS; week += 1)
    for (const weekday of ['sat', 'sun']) tell(`${weekday} ${week}`, SCORES.weekend, A_DAY.weekend);
  return tales;
}
