/** The counterpart in another process: the same commands, each answering with a promise. */
export type Remote<Commands> = {
  readonly [Name in keyof Commands]: Commands[Name] extends (...given: infer Given) => infer Result
    ? (...given: Given) => Promise<Awaited<Result>>
    : never;
};

/** `controlUrl` is that of its control door. */
export function remoteCounterpart<Commands>(controlUrl: string): Remote<Commands> {
  const command = (name: string) => async (given?: unknown) => {
    const response = await fetch(controlUrl + name, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      ...(given !== undefined && { body: JSON.stringify(given) }),
    });
    const answer = (await response.json()) as { readonly result?: unknown; readonly error?: string };
    if (answer.error !== undefined) throw new Error(answer.error);
    return answer.result;
  };
  return new Proxy({} as Remote<Commands>, {
    // Asked for by `await`, which must not take this for a promise.
    get: (_, name) => (typeof name === 'string' && name !== 'then' ? command(name) : undefined),
  });
}
