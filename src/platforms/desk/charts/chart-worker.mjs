/** Draws in a thread of its own: what draws takes some 25 MB and a tenth of a second to load, and neither is to be felt by the rest. */
import { parentPort } from 'node:worker_threads';
import { init } from 'echarts/core.js';
import 'echarts/lib/chart/bar.js';
import 'echarts/lib/chart/line.js';
import 'echarts/lib/component/gridSimple.js';
import { install as svgRenderer } from 'echarts/lib/renderer/installSVGRenderer.js';
import { use } from 'echarts/lib/extension.js';

use(svgRenderer);

parentPort.on('message', ({ id, option, width, height }) => {
  try {
    const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
    chart.setOption(option);
    const svg = chart.renderToSVGString();
    chart.dispose();
    parentPort.postMessage({ id, svg });
  } catch (error) {
    parentPort.postMessage({ id, fault: String(error) });
  }
});
