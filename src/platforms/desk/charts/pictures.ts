/** The charts of the pages that were shown lately, by an address made of what they say: a page has its picture as an own file. */
import { createHash } from 'node:crypto';
import type { Chart } from '../../../cards/chart.js';
import type { Look } from './chart-picture.js';

export interface Pictures {
  /** Where the chart is seen from now on. */
  readonly address: (chart: Chart, look: Look) => string;
  readonly find: (id: string) => Chart | undefined;
}

/** Some kilobytes each. A page that is older has asked for its pictures long since. */
const MOST_REMEMBERED = 200;
const ID_CHARS = 22;

export function createPictures(): Pictures {
  const shown = new Map<string, Chart>();
  return {
    address(chart, { scheme, shape }) {
      const id = idOf(chart);
      shown.delete(id);
      shown.set(id, chart);
      const [oldest] = shown.keys();
      if (shown.size > MOST_REMEMBERED && oldest !== undefined) shown.delete(oldest);
      return `/charts/${id}/${scheme}-${shape}.svg`;
    },
    find: (id) => shown.get(id),
  };
}

function idOf(chart: Chart): string {
  return createHash('sha256').update(JSON.stringify(chart)).digest('base64url').slice(0, ID_CHARS);
}
