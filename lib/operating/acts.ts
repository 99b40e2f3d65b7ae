/** What is written down of an operator's doings. A server of the version before may find others in the log. */
export const actKinds = ['blocked', 'unblocked', 'takenDown', 'putBack', 'appointed', 'restored', 'handedOver'] as const
export type ActKind = (typeof actKinds)[number]
