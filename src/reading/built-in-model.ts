import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Model, readModel } from './model.js';

/** Made by `npm run reading:train`; the build copies it beside the compiled files. */
export const MODEL_FILE = fileURLToPath(new URL('model/negative.bin', import.meta.url));

/** Throws where the file is missing or is none. Read once, at the start. */
export function loadBuiltInModel(): Model {
  return readModel(readFileSync(MODEL_FILE));
}
