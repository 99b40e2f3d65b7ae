/** What an attendee can say of a session with one tap: that they are in, what they see of the seats, or that they could not get in. Apart from schema.ts, because browsers load it. */
export const attendeeWords = ['entered', 'open', 'nearlyFull', 'full'] as const
export type AttendeeWord = (typeof attendeeWords)[number]
