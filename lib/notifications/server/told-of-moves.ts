/** What makes somebody go elsewhere, or at another time. */
export const toldOfMoves = ['dayOn', 'startAt', 'rooms', 'cancelled', 'restored'] as const
