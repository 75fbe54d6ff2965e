/** A queue at a counter: each waits for the one before to leave. */
interface Line {
  /** Resolves when it is the caller's turn, with the function that ends the turn. */
  enter(): Promise<() => void>;
}

export function createLine(): Line {
  let last: Promise<unknown> = Promise.resolve();
  return {
    enter: () => {
      const turn = last;
      let leave: () => void = () => undefined;
      last = new Promise<void>((resolve) => (leave = resolve));
      return turn.then(() => leave);
    },
  };
}
