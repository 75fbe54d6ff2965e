/** Gives the addresses of an app's processes in turn; `what` is missing where there are none. */
export function takeTurns(what: string, urls: () => readonly string[]): (to?: string) => string {
  let turn = 0;
  return (to) => {
    const all = urls();
    const url = to ?? all[turn % Math.max(1, all.length)];
    turn += 1;
    if (url === undefined) throw new Error(`There is no address of ${what}`);
    return url;
  };
}
