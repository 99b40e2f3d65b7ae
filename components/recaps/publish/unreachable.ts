/** What is heard of a server that cannot be reached. */
export const unreachable = () => ({ ok: false as const, reason: 'UNAVAILABLE' })
