'use server'

import { z } from 'zod'
import { personAction } from '@/lib/boundary/person-action'
import { shorten } from '@/lib/platform/clean-text'
import { publicUrl, readEnvironment } from '@/lib/platform/env'
import { AppError } from '@/lib/platform/errors'
import { textField } from '@/lib/platform/fields'
import { publicAddresses, recapAddresses } from '../addresses'
import { composeRecap } from '../compose'
import { MOST_RECAP_CHARACTERS } from '../length'
import { loadMaterial } from './load-material'
import { bringBackRecap, createRecap, deleteRecap, editRecap, keepUntaken, restoreRevision } from './mutations'
import { contentOf, makeDraftLink, publishRecap, revokeDraftLink, unpublishRecap } from './publish'
import { listEarlierTexts, listOwnSeries, requireSavedDraft } from './queries'
import { recapHtml } from './render'
import {
  editRecapSchema,
  makeRecapSchema,
  placeInSeriesSchema,
  publishRecapSchema,
  recapIdSchema,
  reorderSeriesSchema,
  restoreRevisionSchema,
  seriesSchema,
  untakenWordsSchema,
} from '../schema'
import { placeInSeries, reorderSeries, saveSeries } from './series-mutations'

/** Drafts a recap of a day, or of all, from what I brought home. */
export const makeRecapAction = personAction({
  input: makeRecapSchema,
  limit: 'writeByAccount',
  run: async ({ input: { id, conferenceId, chosen, ...options }, person, db, now }) => {
    const material = await loadMaterial(db, person, conferenceId)
    const { title, text } = composeRecap(material, { ...options, chosen: new Set(chosen), now: now.toISOString() })
    await createRecap(
      db,
      person.id,
      {
        id,
        conferenceId,
        title: shorten(title, 200),
        text: shorten(text, MOST_RECAP_CHARACTERS),
        language: options.language,
      },
      now,
    )
    return { id }
  },
})

/** The earlier texts, for whoever has the recap open while they come to be. */
export const listEarlierTextsAction = personAction({
  input: recapIdSchema,
  run: async ({ input: { id }, person, db }) => listEarlierTexts(db, person.id, id),
})

/** Saves what the editor holds. */
export const editRecapAction = personAction({
  input: editRecapSchema,
  limit: 'writeByAccount',
  run: async ({ input, person, db, now }) => editRecap(db, person.id, input, now),
})

/** What the server has of a recap of mine, for an editor that may hold an older text. @throws {AppError} NOT_FOUND */
export const readRecapAction = personAction({
  input: recapIdSchema,
  run: async ({ input: { id }, person, db }) => requireSavedDraft(db, person.id, id),
})

/** Keeps words among the earlier texts that I wrote on a device and did not take. */
export const keepUntakenAction = personAction({
  input: untakenWordsSchema,
  limit: 'writeByAccount',
  run: async ({ input, person, db, now }) => done(keepUntaken(db, person.id, input, now)),
})

/** What the public would see of a recap of mine, were this its text, as safe HTML. @throws {AppError} NOT_FOUND */
export const previewRecapAction = personAction({
  input: z.object({ id: z.uuid(), text: textField().max(MOST_RECAP_CHARACTERS) }),
  limit: 'writeByAccount',
  run: async ({ input: { id, text }, person, db }) => {
    const recap = await db.recap.findFirst({ where: { id, userId: person.id, deletedAt: null } })
    if (!recap) throw new AppError('NOT_FOUND')
    const content = await contentOf(db, { ...recap, text })
    return {
      html: await recapHtml(content, {
        photo: (photo) => `/api/v1/photos/${photo}`,
        session: recapAddresses(publicUrl(readEnvironment())).sessionOf(content),
      }),
    }
  },
})

/** A recap of mine as HTML for another place; its photos are there once it is published. */
export const copyRecapAction = personAction({
  input: recapIdSchema,
  run: async ({ input: { id }, person, db }) => {
    const recap = await db.recap.findFirst({
      where: { id, userId: person.id, deletedAt: null },
      include: { user: { select: { handle: true } } },
    })
    if (!recap) throw new AppError('NOT_FOUND')
    const at = recapAddresses(publicUrl(readEnvironment()))
    const content = await contentOf(db, recap)
    return { html: await recapHtml(content, publicAddresses(content, recap.user.handle ?? '', at)) }
  },
})

export const publishRecapAction = personAction({
  input: publishRecapSchema,
  limit: 'writeByAccount',
  run: async ({ input, person, db, now }) => publishRecap(db, person.id, input, now),
})
export const unpublishRecapAction = personAction({
  input: recapIdSchema,
  limit: 'writeByAccount',
  run: async ({ input, person, db, now }) => done(unpublishRecap(db, person.id, input.id, now)),
})
export const deleteRecapAction = personAction({
  input: recapIdSchema,
  limit: 'writeByAccount',
  run: async ({ input, person, db, now }) => done(deleteRecap(db, person.id, input.id, now)),
})
/** Brings a deleted recap of mine back, to no eyes but mine. */
export const bringBackRecapAction = personAction({
  input: recapIdSchema,
  limit: 'writeByAccount',
  run: async ({ input, person, db, now }) => done(bringBackRecap(db, person.id, input.id, now)),
})
export const restoreRevisionAction = personAction({
  input: restoreRevisionSchema,
  limit: 'writeByAccount',
  run: async ({ input, person, db, now }) => done(restoreRevision(db, person.id, input, now)),
})
/** Makes a secret address of a draft. It is answered this once. */
export const makeDraftLinkAction = personAction({
  input: recapIdSchema,
  limit: 'writeByAccount',
  run: async ({ input, person, db }) => ({
    url: `${publicUrl(readEnvironment())}/drafts/${(await makeDraftLink(db, person.id, input.id)).secret}`,
  }),
})
export const revokeDraftLinkAction = personAction({
  input: recapIdSchema,
  limit: 'writeByAccount',
  run: async ({ input, person, db }) => done(revokeDraftLink(db, person.id, input.id)),
})

/** My series with their parts, as they stand now. */
export const listOwnSeriesAction = personAction({
  input: z.object({}),
  run: async ({ person, db }) => listOwnSeries(db, person.id),
})
export const saveSeriesAction = personAction({
  input: seriesSchema.extend({ id: z.uuid().nullable() }),
  limit: 'writeByAccount',
  run: async ({ input: { id, ...series }, person, db, now }) => saveSeries(db, person.id, id, series, now),
})
export const placeInSeriesAction = personAction({
  input: placeInSeriesSchema,
  limit: 'writeByAccount',
  run: async ({ input, person, db, now }) => done(placeInSeries(db, person.id, input, now)),
})
export const reorderSeriesAction = personAction({
  input: reorderSeriesSchema,
  limit: 'writeByAccount',
  run: async ({ input, person, db, now }) => done(reorderSeries(db, person.id, input, now)),
})

async function done(work: Promise<void>): Promise<'done'> {
  await work
  return 'done'
}
