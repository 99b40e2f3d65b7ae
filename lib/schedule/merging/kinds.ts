/** What can be made one by hand, and taken apart again. */
export const mergedKinds = ['room', 'track', 'speaker'] as const
export type MergedKind = (typeof mergedKinds)[number]

/** What goes along with a part besides its sessions and its names. */
export const movedThings = ['readings', 'stewardLinks', 'announcements'] as const
export type MovedThing = (typeof movedThings)[number]
