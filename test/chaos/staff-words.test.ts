/** Every hostile text through every field and command in which people write; some of them are tried with every `npm test`. */
import { expect, inject, it } from 'vitest';
import { INJECTIONS, nameOf } from '../cards/injections.js';
import { comesAlive, type Said, sayEverywhere, USUAL } from '../contracts/staff-words.js';

const LIMIT_MS = 60 * 60_000;
const PROGRESS = 50;

it.skipIf(inject('serverUrl') === null)(
  `${INJECTIONS.length} hostile texts in every field and command: none comes alive anywhere`,
  async () => {
    const usual: Said[] = [];
    for (const words of USUAL) usual.push(await sayEverywhere(words));
    const alive: Record<string, unknown> = {};
    for (const [index, words] of INJECTIONS.entries()) {
      const said = await sayEverywhere(words);
      const found = comesAlive(said, usual);
      if (Object.keys(found).length > 0) {
        alive[nameOf(words)] = found;
        console.info(nameOf(words), found);
      }
      if (index === 0)
        console.info(
          `${said.fields.size} fields, read in ${said.readings.size} places: ${[...said.fields].join(', ')}`,
        );
      if (index % PROGRESS === 0) console.info(`${index} texts tried, ${Object.keys(alive).length} alive`);
    }
    console.info(`${INJECTIONS.length} texts tried, ${Object.keys(alive).length} alive`);
    expect(alive).toEqual({});
  },
  LIMIT_MS,
);
