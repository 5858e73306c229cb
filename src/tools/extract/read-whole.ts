import { fstatSync, readSync } from 'node:fs'
import { Unreadable } from './unreadable.ts'

const megabyte = 1024 * 1024

/** All bytes behind a descriptor; an empty file, and one of more than so many bytes (default 256 MB), is Unreadable. */
export function readWhole(fd: number, mostBytes = 256 * megabyte): Uint8Array {
  const { size } = fstatSync(fd)
  if (size === 0) throw new Unreadable('is empty: it has 0 bytes; upload it again from where it came')
  if (size > mostBytes) {
    const megabytes = Math.ceil(size / megabyte).toLocaleString('en')
    throw new Unreadable(
      `is a text of ${megabytes} MB, more than the ${mostBytes / megabyte} MB that can be read; split it into parts`,
    )
  }
  const bytes = Buffer.allocUnsafeSlow(size)
  let at = 0
  for (let got = -1; got !== 0 && at < size; at += got) got = readSync(fd, bytes, at, size - at, at)
  return bytes.subarray(0, at)
}
