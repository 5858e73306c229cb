/**
 * A file that cannot be read. The message continues the file's name and says what to do:
 * `is encrypted with a password; upload a copy without it`.
 */
export class Unreadable extends Error {
  override readonly name = 'Unreadable'
}

/** A file at which its reader died or had to be killed: what it is at may be a single page. */
export class ReaderLost extends Unreadable {}
