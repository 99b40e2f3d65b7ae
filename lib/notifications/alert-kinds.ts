/**
 * What a person can be alerted of by push, the most urgent first: where several are due at once, they come in this
 * order.
 */
export const alertKinds = ['roomFull', 'sessionMoved', 'nextSession', 'announcement', 'sourceWaits'] as const
export type PushedKind = (typeof alertKinds)[number]
