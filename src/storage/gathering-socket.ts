import { Socket } from 'node:net';

/**
 * What pg writes in one turn of the event loop leaves together: a system call, and the database process that it wakes, cost more than
 * most statements do. Pg writes buffers and waits for no call-back (`stream` in https://node-postgres.com/apis/client).
 */
export class GatheringSocket extends Socket {
  #gathering = false;

  constructor() {
    super();
    // Connecting puts Node's own `write` upon the socket (lib/net.js, Socket.prototype.connect).
    this.once('connect', () => Reflect.deleteProperty(this, 'write'));
  }

  override write(chunk: Uint8Array | string): boolean {
    if (!this.#gathering) {
      this.#gathering = true;
      this.cork();
      process.nextTick(() => {
        this.#gathering = false;
        this.uncork();
      });
    }
    return super.write(chunk);
  }
}
