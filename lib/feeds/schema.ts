import { z } from 'zod'
import { FEED_NAME_LENGTH } from './feed-name'

export const feedsOfConferenceSchema = z.object({ conferenceId: z.uuid() })

export const createFeedTokenSchema = feedsOfConferenceSchema.extend({ name: z.string().trim().min(1).max(FEED_NAME_LENGTH) })

export const revokeFeedTokenSchema = z.object({ id: z.uuid() })
