/** Of fewer than five people a figure says more about one of them than about all, and could name them: none is shown. */
const LEAST_ANSWERS = 5;

export function isEnough(n: number): boolean {
  return n >= LEAST_ANSWERS;
}
