import { type Commanded, startControlDoor } from './control-door.js';

/** The rest of a process of its own: prints the counterpart's addresses as JSON, takes commands, and ends with its parent. */
export async function runCounterpart({
  addresses,
  ...commanded
}: Commanded & { readonly addresses: object }): Promise<void> {
  const { controlUrl } = await startControlDoor(commanded);
  console.log(JSON.stringify({ ...addresses, controlUrl }));
  const end = (): void => process.exit(0);
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
  process.stdin.once('end', end).resume();
}
