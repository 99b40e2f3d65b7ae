/** A reading says nothing after this long, or after its slot, whichever comes first (decision 19). */
export const HOLDS_MINUTES = 30
/** Doors open, and what is read is about a session, this long before it. */
export const DOORS_MINUTES = 30
