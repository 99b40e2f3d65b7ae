/** What somebody has to know before they go to a session: no seat is left, or it asks for a registration of its own. */
export const sessionFlags = ['sold-out', 'separate-registration'] as const
export type SessionFlag = (typeof sessionFlags)[number]
