/** The named points in the code at which a test has the process killed, as by a power cut; nothing in production. */
import type { KillPoint, TestMarks } from './test-marks.js';

/** Called at each point: reaching the chosen one, the chosen time, ends the process at once and without a chance to tidy up. */
export function createMarks(test: TestMarks | undefined): (point: KillPoint) => void {
  if (test?.killAt === undefined) return () => undefined;
  let passes = 0;
  return (point) => {
    if (point !== test.killAt) return;
    passes += 1;
    if (passes >= (test.killAtPass ?? 1)) process.kill(process.pid, 'SIGKILL');
  };
}
