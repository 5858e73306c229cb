/** Keeps passwords so that they can be compared, and not read. */
export type Passwords = {
  /** argon2id as a PHC string. ArchiveError('busy') where too many are being reckoned. */
  hash(password: string): Promise<string>
  /** Whether it is the password; with null, false after the same time, so that nobody learns whether there is one. */
  matches(password: string, kept: string | null): Promise<boolean>
}
