/** "1st", "2nd", "3rd", "11th", "22nd". */
export function ordinal(count: number): string {
  const isTeen = count % 100 >= 11 && count % 100 <= 13;
  const ending = isTeen ? undefined : ENDINGS.get(count % 10);
  return `${count}${ending ?? 'th'}`;
}

const ENDINGS: ReadonlyMap<number, string> = new Map([
  [1, 'st'],
  [2, 'nd'],
  [3, 'rd'],
]);
