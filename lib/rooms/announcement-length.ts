/** In characters. Apart, because the form's browser wants no more of announcements. */
export const LONGEST_ANNOUNCEMENT = 500
