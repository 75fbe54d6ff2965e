/** "1st", "2nd", "3rd", "11th", "22nd". */
export function ordinal(count: number): string {
  const teens = count % 100 >= 11 && count % 100 <= 13;
  return `${count}${(!teens && ENDINGS.get(count % 10)) || 'th'}`;
}

const ENDINGS: ReadonlyMap<number, string> = new Map([
  [1, 'st'],
  [2, 'nd'],
  [3, 'rd'],
]);
