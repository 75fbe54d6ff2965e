/** Charts as cards carry them. */
import type { Chart } from '../../src/cards/chart.js';

export const WEEK: Chart = {
  title: 'Alerts a day',
  form: 'line',
  labels: ['Sat 14', 'Sun 15', 'Mon 16', 'Tue 17', 'Wed 18', 'Thu 19', 'Fri 20'],
  series: [
    { name: 'Last 7 days', values: [2, 3, 1, 0, 7, 14, 10] },
    { name: '7 days before', values: [1, 2, 4, 4, 2, 3, 2] },
  ],
};

export const THEMES: Chart = {
  title: 'Alerts by theme',
  form: 'bar',
  labels: ['refunds', 'app login'],
  series: [{ name: 'Last 7 days', values: [14, 9.25] }],
};
