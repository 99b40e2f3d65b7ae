/**
 * What an attendee can say of a session with one tap: that they are in, that they could not get in, or what they see of
 * the seats. Apart from schema.ts, because browsers load it.
 */
export const attendeeWords = ['entered', 'full', 'open', 'nearlyFull'] as const
export type AttendeeWord = (typeof attendeeWords)[number]
