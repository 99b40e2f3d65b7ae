/** The longest title of a time of one's own; apart from the schemas, for browsers. */
export const MOST_BLOCK_TITLE = 200
