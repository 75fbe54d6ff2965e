import { startControlDoor } from './control-door.js';
import { startSlackCounterpart, type SlackCounterpartOptions } from './slack-counterpart.js';

// The counterpart as a process of its own: takes its options as JSON, prints its addresses as JSON, and ends with its parent.
const options = JSON.parse(process.argv[2] ?? '{}') as Omit<SlackCounterpartOptions, 'clock'>;
const counterpart = await startSlackCounterpart(options);
const control = await startControlDoor(counterpart);
console.log(JSON.stringify({ apiUrl: counterpart.apiUrl, controlUrl: control.controlUrl }));

const end = (): void => process.exit(0);
process.once('SIGTERM', end);
process.once('SIGINT', end);
process.stdin.once('end', end).resume();
