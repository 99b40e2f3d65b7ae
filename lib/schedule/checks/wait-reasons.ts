/** Why what a check found waits for a yes, beside what a guard says. */
export const waitReasons = ['answer-needed', 'another-format', 'undone', 'left-out'] as const
