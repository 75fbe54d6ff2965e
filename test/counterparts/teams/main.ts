import { runCounterpart } from '../frame/run-counterpart.js';
import { startTeamsCounterpart, type TeamsCounterpartOptions } from './teams-counterpart.js';

// The counterpart as a process of its own, with its options as JSON.
const options = JSON.parse(process.argv[2] ?? '{}') as Omit<TeamsCounterpartOptions, 'clock'>;
const counterpart = await startTeamsCounterpart(options);
const { openIdUrl, tokenUrl, serviceUrl } = counterpart;
await runCounterpart({ platform: 'Teams', counterpart, addresses: { openIdUrl, tokenUrl, serviceUrl } });
