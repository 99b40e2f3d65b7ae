'use server'

import { action } from '@/lib/boundary/action'
import { publicUrl, readEnvironment } from '@/lib/platform/env'
import { AppError } from '@/lib/platform/errors'
import { requireFeedOwner } from './feed-owner'
import { createFeedTokenSchema, feedsOfConferenceSchema, revokeFeedTokenSchema } from './schema'
import { createFeedToken, listFeedTokens, revokeFeedToken } from './token'

/** My working addresses for one conference, and the server's clock to say how long ago each was read. */
export const listFeedTokensAction = action({
  input: feedsOfConferenceSchema,
  run: async ({ input, viewer, db, now }) => ({
    tokens: await listFeedTokens(db, await requireFeedOwner(db, viewer, input.conferenceId)),
    now,
  }),
})

/** Makes a secret address of my plan. It is answered this once. */
export const createFeedTokenAction = action({
  input: createFeedTokenSchema,
  limit: 'writeByAccount',
  run: async ({ input, viewer, db, now }) => {
    const owner = await requireFeedOwner(db, viewer, input.conferenceId)
    const { id, secret } = await createFeedToken(db, { ...owner, name: input.name }, now)
    return { id, name: input.name, url: `${publicUrl(readEnvironment())}/feeds/${secret}.ics` }
  },
})

/** Ends one of my addresses: calendars that read it find nothing there any more. */
export const revokeFeedTokenAction = action({
  input: revokeFeedTokenSchema,
  limit: 'writeByAccount',
  run: async ({ input, viewer, db, now }) => {
    if (viewer.kind === 'guest') throw new AppError('UNAUTHENTICATED')
    await revokeFeedToken(db, { id: input.id, userId: viewer.id }, now)
    return { id: input.id }
  },
})
