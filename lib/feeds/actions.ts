'use server'

import { personAction } from '@/lib/boundary/person-action'
import { publicUrl, readEnvironment } from '@/lib/platform/env'
import { requireFeedOwner, requireFeedSubject } from './feed-owner'
import { createFeedTokenSchema, feedsOfConferenceSchema, revokeFeedTokenSchema } from './schema'
import { createFeedToken, listFeedTokens, restoreFeedToken, revokeFeedToken } from './token'

/** My working addresses for one conference, my groups, and the server's clock to say how long ago each was read. */
export const listFeedTokensAction = personAction({
  input: feedsOfConferenceSchema,
  run: async ({ input, person, db, now }) => ({
    ...(await listFeedTokens(db, await requireFeedOwner(db, person, input.conferenceId))),
    now,
  }),
})

/** Makes a secret address of my plan, or of something else that I may read. It is answered this once. */
export const createFeedTokenAction = personAction({
  input: createFeedTokenSchema,
  limit: 'writeByAccount',
  run: async ({ input, person, db, now }) => {
    await requireFeedSubject(db, person, input)
    const { id, secret } = await createFeedToken(db, { ...input, userId: person.id }, now)
    return { id, name: input.name, url: `${publicUrl(readEnvironment())}/feeds/${secret}.ics` }
  },
})

/** Ends one of my addresses: calendars that read it find nothing there any more. */
export const revokeFeedTokenAction = personAction({
  input: revokeFeedTokenSchema,
  limit: 'writeByAccount',
  run: async ({ input, person, db, now }) => {
    await revokeFeedToken(db, { id: input.id, userId: person.id }, now)
    return { id: input.id }
  },
})

/** Takes back that I ended one of my addresses a moment ago. */
export const restoreFeedTokenAction = personAction({
  input: revokeFeedTokenSchema,
  limit: 'writeByAccount',
  run: async ({ input, person, db, now }) => {
    await restoreFeedToken(db, { id: input.id, userId: person.id }, now)
    return { id: input.id }
  },
})
