/** `/cx-claim CX-12` as it is typed on Teams, where no slash makes a command: “claim CX-12”. */
export function typedLine(command: string): string {
  return command.replace(/^\/cx-/u, '');
}
