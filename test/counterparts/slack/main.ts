import { runCounterpart } from '../frame/run-counterpart.js';
import { startSlackCounterpart, type SlackCounterpartOptions } from './slack-counterpart.js';

// The counterpart as a process of its own, with its options as JSON.
const options = JSON.parse(process.argv[2] ?? '{}') as Omit<SlackCounterpartOptions, 'clock'>;
const counterpart = await startSlackCounterpart(options);
const { apiUrl } = counterpart;
await runCounterpart({ platform: 'Slack', counterpart, addresses: { apiUrl } });
