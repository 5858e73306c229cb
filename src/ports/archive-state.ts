/** As what an archive stands, by all that was ever written. */
export type ArchiveState = {
  /** A number that is another once anything has been written, whatever it is and by whatever process. */
  version(): Promise<number>
}
