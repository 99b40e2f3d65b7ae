/** The longest way between two zones: what is further is another venue. */
export const MOST_WALK_MINUTES = 120
