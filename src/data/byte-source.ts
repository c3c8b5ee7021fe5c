/** Bytes that can be read piece by piece: a file chosen in the page, a file on disk, or bytes in memory. */
export interface ByteSource {
  /** In bytes. */
  readonly size: number;
  /** Bytes `[from, to)`; both lie within `[0, size]`. The buffer may be shared: it is not written to. */
  slice(from: number, to: number): Promise<ArrayBuffer>;
}

export function blobSource(blob: Blob): ByteSource {
  return {
    size: blob.size,
    slice: (from, to) => blob.slice(from, to).arrayBuffer(),
  };
}

export function bytesSource(bytes: Uint8Array<ArrayBuffer>): ByteSource {
  return {
    size: bytes.length,
    slice(from, to) {
      const all = to - from === bytes.buffer.byteLength;
      return Promise.resolve(all ? bytes.buffer : bytes.slice(from, to).buffer);
    },
  };
}
