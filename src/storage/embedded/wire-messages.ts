/**
 * The two messages of the PostgreSQL protocol that our side writes; PostgreSQL in the worker writes the rest.
 * https://www.postgresql.org/docs/15/protocol-message-formats.html
 */

const PROTOCOL_3_0 = 196_608;

/** The same for every client: session settings asked for at connecting (time-outs among them) never reach PGlite. */
export const STARTUP_MESSAGE = startup({ user: 'postgres', database: 'postgres' });
/** "No" to a client that asks for encryption. */
export const NO_ENCRYPTION = Buffer.from('N');

function startup(parameters: Record<string, string>): Buffer {
  const pairs = Object.entries(parameters).map(([name, value]) => `${name}\0${value}\0`);
  const body = Buffer.concat([int32(PROTOCOL_3_0), Buffer.from(`${pairs.join('')}\0`)]);
  return Buffer.concat([int32(body.length + 4), body]);
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}
