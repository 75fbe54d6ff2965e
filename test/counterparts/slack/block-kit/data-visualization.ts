import { isObject, type JsonObject } from '../../frame/json-object.js';
import { id } from './composition.js';
import {
  CHART_AXIS_CHARS,
  CHART_LABEL_CHARS,
  CHART_PLACES,
  CHART_SERIES,
  CHART_TITLE_CHARS,
} from './limits.js';
import {
  fault,
  list,
  object,
  oneOf,
  oneOfTypes,
  optional,
  required,
  shownText,
  string,
  type Check,
  type Walk,
} from './shape.js';

// https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block
const type = required(string({ max: 100 }));
const label = required(shownText({ min: 1, max: CHART_LABEL_CHARS }));
const axisTitle = optional(shownText({ min: 1, max: CHART_AXIS_CHARS }));

const point = object({ label, value: required(finite) });

const overPlaces = object(
  {
    type: required(oneOf('bar', 'line', 'area')),
    series: required(
      list(object({ name: label, data: required(list(point, { min: 1, max: CHART_PLACES })) }), {
        min: 1,
        max: CHART_SERIES,
      }),
    ),
    axis_config: required(
      object({
        categories: required(
          list(shownText({ min: 1, max: CHART_LABEL_CHARS }), { min: 1, max: CHART_PLACES }),
        ),
        x_label: axisTitle,
        y_label: axisTitle,
      }),
    ),
  },
  placesAgree,
);

const pie = object({
  type,
  segments: required(list(object({ label, value: required(positive) }), { min: 1, max: CHART_SERIES })),
});

export const dataVisualization: Check = object({
  type,
  block_id: optional(id),
  title: required(shownText({ min: 1, max: CHART_TITLE_CHARS })),
  chart: required(oneOfTypes({ pie, bar: overPlaces, line: overPlaces, area: overPlaces })),
});

/** Series have names of their own, and each a value in every place and in no other. */
function placesAgree(chart: JsonObject, walk: Walk): void {
  const axis = isObject(chart['axis_config']) ? chart['axis_config'] : {};
  const categories = textsIn(axis['categories']);
  if (new Set(categories).size < categories.length) fault(walk, 'categories must be unique');
  const series = recordsIn(chart['series']);
  const names = series.map((each) => each['name']);
  if (new Set(names).size < names.length) fault(walk, 'series names must be unique');
  for (const each of series) {
    const labels = recordsIn(each['data']).map((one) => one['label']);
    const same =
      labels.length === categories.length && categories.every((category) => labels.includes(category));
    if (!same) fault(walk, 'data labels must match the categories');
  }
}

function finite(value: unknown, walk: Walk): void {
  if (typeof value !== 'number' || !Number.isFinite(value)) fault(walk, 'must be a number');
}

function positive(value: unknown, walk: Walk): void {
  if (typeof value !== 'number' || !(value > 0)) fault(walk, 'must be a positive number');
}

function recordsIn(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? (value as readonly unknown[]).filter(isObject) : [];
}

function textsIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}
