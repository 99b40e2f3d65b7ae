/** Fewer people are not counted: whoever brings in would learn what somebody picked. */
export const FEWEST_COUNTED = 5
