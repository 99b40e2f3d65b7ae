import { partKinds } from '@/lib/program/parts'

/** What a secret address can be the calendar of. Without zod: browsers load it. */
export const feedSubjects = ['plan', 'group', 'conference', ...partKinds] as const
export type FeedSubject = (typeof feedSubjects)[number]

/** Of what an address is, or is to be: the id of its group or part, null of a plan or a whole conference. */
export type Subject = { subject: FeedSubject; subjectId: string | null }

/** Has it an id? */
export function isOfOne(subject: FeedSubject): boolean {
  return subject !== 'plan' && subject !== 'conference'
}
