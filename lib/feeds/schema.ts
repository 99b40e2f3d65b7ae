import { z } from 'zod'
import { lineField } from '@/lib/platform/fields'
import { FEED_NAME_LENGTH } from './feed-name'
import { languages } from '@/lib/i18n/language-names'
import { feedSubjects, isOfOne } from './secret/subject'

export const feedsOfConferenceSchema = z.object({ conferenceId: z.uuid() })

export const createFeedTokenSchema = feedsOfConferenceSchema
  .extend({
    name: lineField().min(1).max(FEED_NAME_LENGTH),
    /** Of the page on which it is made; absent: not known. */
    language: z.enum(languages).optional(),
    subject: z.enum(feedSubjects).default('plan'),
    subjectId: z.uuid().nullable().default(null),
  })
  .refine(({ subject, subjectId }) => isOfOne(subject) === (subjectId !== null))

export const revokeFeedTokenSchema = z.object({ id: z.uuid() })
