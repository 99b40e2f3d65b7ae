/** Doors open, and what is said of a room is said of a session, this long before it begins. */
export const DOORS_MINUTES = 30
