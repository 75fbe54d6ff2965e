/** How many calls of 2 KB a source verifies and reads a second, on one core: the door cannot be faster than that. */
import { ALL_SOURCES } from '../src/sources/all-sources.js';
import { textsPerSecond } from './reading/texts-per-second.js';
import { SENDERS } from './senders.js';

/** Of the door as a whole somewhat more than a thousand calls a second are asked: reading must not be what it waits for. */
const WANTED_PER_SECOND = 20_000;
const CALLS = 100;

export function printParseRates(): void {
  console.log('Calls of 2 KB verified and read a second, on one core:\n');
  console.log('| source | a second | of processor time | 20,000 |');
  console.log('|---|---|---|---|');
  for (const type of ALL_SOURCES) {
    const sender = SENDERS[type.type];
    if (!sender) throw new Error(`bench/senders.ts has no call of ${type.type}`);
    const { secret, settings, call } = sender;
    const source = type.create({ name: 'bench', secrets: [secret], settings: type.settings.parse(settings) });
    const now = new Date();
    const calls = Array.from({ length: CALLS }, (_, index) => call(index, now));
    const rate = textsPerSecond((request) => {
      const { verified } = source.verify(request, now);
      const read = source.read(request, now);
      if (!verified || 'faults' in read || read.elements.some(({ kind }) => kind !== 'signal')) {
        throw new Error(`a call of ${type.type} was not read`);
      }
    }, calls);
    const held = rate.perProcessorSecond >= WANTED_PER_SECOND ? 'held' : '**not held**';
    console.log(
      `| ${type.type} | ${thousands(rate.perSecond)} | ${thousands(rate.perProcessorSecond)} | ${held} |`,
    );
  }
  console.log('');
}

function thousands(value: number): string {
  return Math.round(value).toLocaleString('en');
}
