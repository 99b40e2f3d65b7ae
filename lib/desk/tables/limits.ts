/** Rows of one step. Apart from the schemas: browsers need it, and not those. */
export const MOST_TABLE_ROWS = 1_000
