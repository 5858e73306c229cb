/** The answer given to a request with an Idempotency-Key, and what tells that request from others. */
export type KeptAnswer = { fingerprint: string; outcome: unknown }

export type AnswerReader = {
  /** The answer that an actor got for a key not more than 24 hours before `at`, or null. */
  kept(actor: string, key: string, at: string): Promise<KeptAnswer | null>
}
