/** What helpers open for a test file. Files share a process and its modules, so a hook in a helper would be there for the first of them only. */
type Close = () => unknown;

const open: Close[] = [];

/** Runs `close` when the test file that is running ends. */
export function leaveOpen(close: Close): void {
  open.push(close);
}

/** The last that was opened first: what runs in a folder ends before the folder goes. */
export async function closeWhatIsOpen(): Promise<void> {
  for (let close = open.pop(); close; close = open.pop()) await close();
}
