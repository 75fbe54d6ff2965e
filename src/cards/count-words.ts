/** "1 alert", "3 alerts". */
export function countWords(count: number, one: string, more = `${one}s`): string {
  return `${count} ${count === 1 ? one : more}`;
}
