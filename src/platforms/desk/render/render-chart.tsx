import { chartTable } from '../../../cards/chart-table.js';
import type { Chart } from '../../../cards/chart.js';
import type { Scheme } from '../charts/chart-colours.js';
import { pictureSize, type Shape } from '../charts/chart-picture.js';
import type { Pictures } from '../charts/pictures.js';

/** As in assets/narrow.css. */
const NARROW = '(max-width: 47.99rem)';
const DARK = '(prefers-color-scheme: dark)';

/**
 * A chart: what it shows and what is what in words, the picture for the reader's screen, and the figures for who wants them. With an
 * `id` of its own these stay open when the page is brought up to date.
 */
export function ChartView({ chart, pictures, id }: { chart: Chart; pictures: Pictures; id?: string }) {
  const { title, series } = chart;
  const at = (scheme: Scheme, shape: Shape) => pictures.address(chart, { scheme, shape });
  const [wide, narrow] = [pictureSize(chart, 'wide'), pictureSize(chart, 'narrow')];
  return (
    <figure class={`chart chart-${chart.form}`}>
      <figcaption>
        <strong>{title}</strong>
        {series.length > 1 && (
          <span class="chart-key">
            {series.map(({ name }) => (
              <span>{name}</span>
            ))}
          </span>
        )}
      </figcaption>
      <picture>
        <source media={`${NARROW} and ${DARK}`} srcset={at('dark', 'narrow')} {...narrow} />
        <source media={NARROW} srcset={at('light', 'narrow')} {...narrow} />
        <source media={DARK} srcset={at('dark', 'wide')} {...wide} />
        <img src={at('light', 'wide')} {...wide} alt={`${title}: the figures stand below.`} />
      </picture>
      <FiguresTable chart={chart} id={id} />
    </figure>
  );
}

function FiguresTable({ chart, id }: { chart: Chart; id: string | undefined }) {
  const { head, rows } = chartTable(chart);
  return (
    <details id={id}>
      <summary>The figures</summary>
      <table>
        <caption class="unseen">{chart.title}</caption>
        <thead>
          <tr>{head.map((cell, column) => (column === 0 ? <td></td> : <th scope="col">{cell}</th>))}</tr>
        </thead>
        <tbody>
          {rows.map(([place = '', ...values]) => (
            <tr>
              <th scope="row">{place}</th>
              {values.map((value) => (
                <td>{value}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
