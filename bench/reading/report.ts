/** `npm run reading:report -- <folder of texts>`: how well and how fast the built-in model reads, beside others. Without the folder: on the tests' own sentences. `--model` measures the language model of OPENAI_API_KEY, OPENAI_BASE_URL and OPENAI_MODEL too, on `--texts=` 200 of them, at `--prices=` 0.4,1.6 US dollars a million tokens. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { processEnvironment } from '../../src/config/environment.js';
import { readModelVariables } from '../../src/config/model-variables.js';
import { createVariables } from '../../src/config/variables.js';
import { BUILT_IN_FLAGS } from '../../src/config/built-in-rules/built-in-flags.js';
import { BUILT_IN_THEMES } from '../../src/config/built-in-themes.js';
import { loadBuiltInModel, MODEL_FILE } from '../../src/reading/built-in-model.js';
import { createReader } from '../../src/reading/create-reader.js';
import { detectLanguage } from '../../src/reading/detect-language.js';
import { createJudge } from '../../src/reading/judge.js';
import { NEGATIVE, NOT_NEGATIVE } from '../../test/reading/sentences.js';
import { type Contender, findContenders } from './contenders.js';
import { macroF1, precisionAndRecall, recallAt, rocAuc } from './measure.js';
import { modelReport } from './model-report.js';
import { readSets, SETS } from './read-sets.js';
import { textsPerSecond } from './texts-per-second.js';

interface Told {
  readonly text: string;
  readonly negative: boolean;
}

const USUAL_FOLDER = '../shared/nlp/train';
const COLUMNS = ['', 'AUC', 'macro-F1', 'recall at .7', 'at .8', 'at .9', 'precision as it says', 'recall'];

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    model: { type: 'boolean', default: false },
    texts: { type: 'string', default: '200' },
    prices: { type: 'string', default: '0.4,1.6' },
  },
});
const folder = positionals[0] ?? USUAL_FOLDER;
const { contenders, missing } = await findContenders();
const own = [
  ...NEGATIVE.map((text) => ({ text, negative: true })),
  ...NOT_NEGATIVE.map((text) => ({ text, negative: false })),
];
const forModel: Told[] = [];
if (existsSync(folder)) {
  const heldOut = readSets(folder).filter((each) => each.heldOut);
  const told = heldOut.map(({ text, label, set }) => ({ text, set, negative: label === 'negative' }));
  table('held-out texts of all sets', told);
  forModel.push(...told);
  for (const { name } of SETS)
    table(
      name,
      told.filter(({ set }) => set === name),
    );
  console.log(
    'AFINN was made for tweets, and VADER from the two sets of its name: there they are at home.\n',
  );
} else {
  console.log(`No held-out texts: the folder ${folder} is not there.\n`);
}
table("the tests' own sentences, which nothing was trained on", own);
if (missing.length > 0) {
  console.log(
    `Not installed, so not beside them: ${missing.join(', ')} (npm install --no-save ${missing.join(' ')})\n`,
  );
}
const texts = own.map(({ text }) => text);
const read = createReader({
  judge: createJudge(loadBuiltInModel()),
  detectLanguage,
  flags: BUILT_IN_FLAGS,
  themes: BUILT_IN_THEMES,
});
const readWhole = (text: string) => ({ ...read(text) });
console.log(`Whole readings a second on one core: ${speed(readWhole)}`);
console.log(`The model alone: ${speed(createJudge(loadBuiltInModel()))}`);
console.log(`Weights: ${inThousands(statSync(MODEL_FILE).size)} bytes`);
if (options.model) await measureModel(forModel.length > 0 ? forModel : own);

/** Evenly from all sets, so that a part of them is like the whole. */
async function measureModel(told: readonly Told[]): Promise<void> {
  const service = readModelVariables(
    createVariables({
      env: processEnvironment(),
      readFile: (path) => readFileSync(path, 'utf8'),
      fault: ({ path, message }) => console.error(`${path} ${message}`),
    }),
    ({ path, message, mend }) => console.error(`${path} ${message}: ${mend}`),
  );
  if (!service) throw new Error('--model needs OPENAI_API_KEY');
  const most = Math.min(told.length, Number(options.texts));
  const texts = Array.from({ length: most }, (_, index) => told[Math.floor((index * told.length) / most)]!);
  const [read = 0, written = 0] = options.prices.split(',').map(Number);
  console.log(`\nThe language model at ${new URL(service.baseUrl).host}, on ${most} texts`);
  for (const line of await modelReport({ service, texts, prices: { read, written } })) console.log(line);
}

function table(title: string, told: readonly Told[]): void {
  const negatives = told.filter(({ negative }) => negative).length;
  console.log(`${title}: n = ${told.length}, ${negatives} negative\n`);
  console.log(`| ${COLUMNS.join(' | ')} |\n|${COLUMNS.map(() => '---|').join('')}`);
  for (const contender of contenders) console.log(`| ${row(contender, told).join(' | ')} |`);
  console.log('');
}

function row({ name, threshold, score }: Contender, told: readonly Told[]): readonly string[] {
  const scored = told.map(({ text, negative }) => ({ score: score(text), negative }));
  const { precision, recall } = precisionAndRecall(scored, threshold);
  const figures = [
    rocAuc(scored),
    macroF1(scored, threshold),
    ...[0.7, 0.8, 0.9].map((wanted) => recallAt(scored, wanted)),
    precision,
    recall,
  ];
  return [name, ...figures.map((figure) => figure.toFixed(3))];
}

function speed(reads: (text: string) => unknown): string {
  const { perSecond, perProcessorSecond } = textsPerSecond(reads, texts);
  return `${inThousands(perSecond)} (${inThousands(perProcessorSecond)} a second of processor time)`;
}

function inThousands(value: number): string {
  return Math.round(value).toLocaleString('en');
}
