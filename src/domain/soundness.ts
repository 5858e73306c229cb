/** What the bytes of an original are: what their digest says, other ones, not to be read, or not there. */
export type Soundness = 'sound' | 'damaged' | 'unreadable' | 'missing'
