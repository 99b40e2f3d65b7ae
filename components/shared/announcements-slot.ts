/** The id of the place that a conference's shell keeps for announcements. */
export const ANNOUNCEMENTS_SLOT = 'announcements'
