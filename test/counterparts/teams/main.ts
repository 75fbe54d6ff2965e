import { startControlDoor } from './control-door.js';
import { startTeamsCounterpart, type TeamsCounterpartOptions } from './teams-counterpart.js';

// The counterpart as a process of its own: takes its options as JSON, prints its addresses as JSON, and ends with its parent.
const options = JSON.parse(process.argv[2] ?? '{}') as Omit<TeamsCounterpartOptions, 'clock'>;
const counterpart = await startTeamsCounterpart(options);
const { openIdUrl, tokenUrl, serviceUrl } = counterpart;
const { controlUrl } = await startControlDoor(counterpart);
console.log(JSON.stringify({ openIdUrl, tokenUrl, serviceUrl, controlUrl }));

const end = (): void => process.exit(0);
process.once('SIGTERM', end);
process.once('SIGINT', end);
process.stdin.once('end', end).resume();
