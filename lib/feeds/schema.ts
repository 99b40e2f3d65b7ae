import { z } from 'zod'
import { lineField } from '@/lib/platform/fields'
import { FEED_NAME_LENGTH } from './feed-name'

export const feedsOfConferenceSchema = z.object({ conferenceId: z.uuid() })

export const createFeedTokenSchema = feedsOfConferenceSchema.extend({ name: lineField().min(1).max(FEED_NAME_LENGTH) })

export const revokeFeedTokenSchema = z.object({ id: z.uuid() })
