// PGlite's file system answers fsync without doing it: a power cut may take commits along. This one does it.
import { closeSync, fsyncSync, openSync } from 'node:fs';
import { NodeFS } from '@electric-sql/pglite/nodefs';

export class SyncingNodeFS extends NodeFS {
  async init(pg, options) {
    const prepared = await super.init(pg, options);
    prepared.emscriptenOpts.preRun.push(({ FS }) => {
      const nodeFiles = FS.filesystems.NODEFS;
      nodeFiles.stream_ops.fsync = (stream) => {
        if (typeof stream.nfd === 'number') fsyncSync(stream.nfd);
        else syncDirectory(nodeFiles.realPath(stream.node));
        return 0;
      };
    });
    return prepared;
  }
}

/** Emscripten opens no real file for a directory. */
function syncDirectory(path) {
  const directory = openSync(path, 'r');
  try {
    fsyncSync(directory);
  } finally {
    closeSync(directory);
  }
}
