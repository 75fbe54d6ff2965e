import { describe, expect, it } from 'vitest';
import { checkMessageBlocks } from './block-kit-limits.js';

const many = <Item>(count: number, item: (index: number) => Item): Item[] =>
  Array.from({ length: count }, (_, index) => item(index));
const chart = ({ places = 2, series = 1, label = 'x', title = 'x' }) => {
  const labels = [label, ...many(places - 1, (index) => `place ${index}`)];
  const data = labels.map((each) => ({ label: each, value: -1.5 }));
  return {
    type: 'data_visualization',
    title,
    chart: {
      type: 'line',
      series: many(series, (index) => ({ name: `kind ${index}`, data })),
      axis_config: { categories: labels },
    },
  };
};

describe('a message', () => {
  it('draws a chart whose series have a value in every place, and two of them at most', () => {
    const drawn = chart({});
    const { chart: inside } = drawn;
    const [series] = inside.series;
    const faults = (more: object) =>
      checkMessageBlocks({ blocks: [{ ...drawn, chart: { ...inside, ...more } }] });
    expect(checkMessageBlocks({ blocks: [drawn, drawn] })).toBeUndefined();
    expect(checkMessageBlocks({ blocks: [drawn, drawn, drawn] })?.error).toBe('invalid_blocks');
    expect(faults({ series: [{ ...series, data: series!.data.slice(1) }] })?.messages.join()).toContain(
      'data labels must match the categories',
    );
    expect(faults({ series: [series, series] })?.messages.join()).toContain('series names must be unique');
    expect(
      faults({ series: [{ ...series, data: [{ label: 'x', value: null }] }] })?.messages.join(),
    ).toContain('missing required field: value');
    for (const [within, beyond] of [
      [{ label: 'x'.repeat(20) }, { label: 'x'.repeat(21) }],
      [{ places: 20 }, { places: 21 }],
      [{ title: 'x'.repeat(50) }, { title: 'x'.repeat(51) }],
      [{ series: 6 }, { series: 7 }],
    ]) {
      expect(checkMessageBlocks({ blocks: [chart(within!)] })).toBeUndefined();
      expect(checkMessageBlocks({ blocks: [chart(beyond!)] })?.error).toBe('invalid_blocks');
    }
    expect(faults({ type: 'radar' })?.messages.join()).toContain('unsupported type: radar');
  });

  it('draws none where the workspace does not know the block yet', () => {
    expect(checkMessageBlocks({ blocks: [chart({})] }, new Set(['data_visualization']))).toEqual({
      error: 'invalid_blocks',
      messages: ['[ERROR] unsupported type: data_visualization [json-pointer:/blocks/0/type]'],
    });
  });
});
