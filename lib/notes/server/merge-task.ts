/** What is to be merged, as one message for a thread. */
export type MergeTask = { state: Uint8Array | null; updates: readonly Uint8Array[] }
