// Handed to Node with --import beside --expose-gc, so that a test can have the memory of the running product collected.
process.on('SIGUSR2', () => globalThis.gc());
