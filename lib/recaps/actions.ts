'use server'

import { z } from 'zod'
import { action } from '@/lib/boundary/action'
import type { Viewer } from '@/lib/people/viewer-of-cookies'
import { shorten } from '@/lib/platform/clean-text'
import { publicUrl, readEnvironment } from '@/lib/platform/env'
import { AppError } from '@/lib/platform/errors'
import { textField } from '@/lib/platform/fields'
import { publicAddresses, recapAddresses } from './addresses'
import { composeRecap } from './compose'
import { chooseHandle } from './handle'
import { MOST_RECAP_CHARACTERS } from './length'
import { loadMaterial } from './load-material'
import { createRecap, deleteRecap, editRecap, keepUntaken, restoreRevision } from './mutations'
import { contentOf, makeDraftLink, publishRecap, revokeDraftLink, unpublishRecap } from './publish'
import { requireSavedDraft } from './queries'
import { recapHtml } from './render'
import {
  editRecapSchema,
  handleSchema,
  makeRecapSchema,
  placeInSeriesSchema,
  publishRecapSchema,
  recapIdSchema,
  reorderSeriesSchema,
  restoreRevisionSchema,
  seriesSchema,
  untakenWordsSchema,
} from './schema'
import { deleteSeries, placeInSeries, reorderSeries, saveSeries } from './series-mutations'

/** Drafts a recap of a day, or of all, from what I brought home. */
export const makeRecapAction = action({
  input: makeRecapSchema,
  limit: 'writeByAccount',
  run: async ({ input: { id, conferenceId, chosen, ...options }, viewer, db, now }) => {
    const material = await loadMaterial(db, viewer, conferenceId)
    const { title, text } = composeRecap(material, { ...options, chosen: new Set(chosen) })
    await createRecap(
      db,
      userOf(viewer),
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

/** Saves what the editor holds. */
export const editRecapAction = action({
  input: editRecapSchema,
  limit: 'writeByAccount',
  run: async ({ input, viewer, db, now }) => editRecap(db, userOf(viewer), input, now),
})

/** What the server has of a recap of mine, for an editor that may hold an older text. @throws {AppError} NOT_FOUND */
export const readRecapAction = action({
  input: recapIdSchema,
  run: async ({ input: { id }, viewer, db }) => requireSavedDraft(db, userOf(viewer), id),
})

/** Keeps words among the earlier texts that I wrote on a device and did not take. */
export const keepUntakenAction = action({
  input: untakenWordsSchema,
  limit: 'writeByAccount',
  run: async ({ input, viewer, db, now }) => done(keepUntaken(db, userOf(viewer), input, now)),
})

/** What the public would see of a recap of mine, were this its text, as safe HTML. @throws {AppError} NOT_FOUND */
export const previewRecapAction = action({
  input: z.object({ id: z.uuid(), text: textField().max(MOST_RECAP_CHARACTERS) }),
  limit: 'writeByAccount',
  run: async ({ input: { id, text }, viewer, db }) => {
    const recap = await db.recap.findFirst({ where: { id, userId: userOf(viewer), deletedAt: null } })
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
export const copyRecapAction = action({
  input: recapIdSchema,
  run: async ({ input: { id }, viewer, db }) => {
    const recap = await db.recap.findFirst({
      where: { id, userId: userOf(viewer), deletedAt: null },
      include: { user: { select: { handle: true } } },
    })
    if (!recap) throw new AppError('NOT_FOUND')
    const at = recapAddresses(publicUrl(readEnvironment()))
    const content = await contentOf(db, recap)
    return { html: await recapHtml(content, publicAddresses(content, recap.user.handle ?? '', at)) }
  },
})

export const publishRecapAction = action({
  input: publishRecapSchema,
  limit: 'writeByAccount',
  run: async ({ input, viewer, db, now }) => publishRecap(db, userOf(viewer), input, now),
})
export const unpublishRecapAction = action({
  input: recapIdSchema,
  limit: 'writeByAccount',
  run: async ({ input, viewer, db, now }) => done(unpublishRecap(db, userOf(viewer), input.id, now)),
})
export const deleteRecapAction = action({
  input: recapIdSchema,
  limit: 'writeByAccount',
  run: async ({ input, viewer, db, now }) => done(deleteRecap(db, userOf(viewer), input.id, now)),
})
export const restoreRevisionAction = action({
  input: restoreRevisionSchema,
  limit: 'writeByAccount',
  run: async ({ input, viewer, db, now }) => done(restoreRevision(db, userOf(viewer), input, now)),
})
export const chooseHandleAction = action({
  input: z.object({ handle: handleSchema }),
  limit: 'writeByAccount',
  run: async ({ input, viewer, db }) => chooseHandle(db, userOf(viewer), input.handle),
})

/** Makes a secret address of a draft. It is answered this once. */
export const makeDraftLinkAction = action({
  input: recapIdSchema,
  limit: 'writeByAccount',
  run: async ({ input, viewer, db }) => ({
    url: `${publicUrl(readEnvironment())}/drafts/${(await makeDraftLink(db, userOf(viewer), input.id)).secret}`,
  }),
})
export const revokeDraftLinkAction = action({
  input: recapIdSchema,
  limit: 'writeByAccount',
  run: async ({ input, viewer, db }) => done(revokeDraftLink(db, userOf(viewer), input.id)),
})

export const saveSeriesAction = action({
  input: seriesSchema.extend({ id: z.uuid().nullable() }),
  limit: 'writeByAccount',
  run: async ({ input: { id, ...series }, viewer, db, now }) => saveSeries(db, userOf(viewer), id, series, now),
})
export const deleteSeriesAction = action({
  input: recapIdSchema,
  limit: 'writeByAccount',
  run: async ({ input, viewer, db }) => done(deleteSeries(db, userOf(viewer), input.id)),
})
export const placeInSeriesAction = action({
  input: placeInSeriesSchema,
  limit: 'writeByAccount',
  run: async ({ input, viewer, db, now }) => done(placeInSeries(db, userOf(viewer), input, now)),
})
export const reorderSeriesAction = action({
  input: reorderSeriesSchema,
  limit: 'writeByAccount',
  run: async ({ input, viewer, db, now }) => done(reorderSeries(db, userOf(viewer), input, now)),
})

async function done(work: Promise<void>): Promise<'done'> {
  await work
  return 'done'
}

function userOf(viewer: Viewer): string {
  if (viewer.kind === 'guest') throw new AppError('UNAUTHENTICATED')
  return viewer.id
}
