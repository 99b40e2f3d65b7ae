'use server'

import { conferenceAction } from '@/lib/boundary/conference-action'
import { now as clock } from '@/lib/platform/clock'
import { readEnvironment } from '@/lib/platform/env'
import { applyBringIn, previewBringIn } from '../bring-in/bring-in'
import { previewOf } from '../bring-in/bring-in-form'
import { checkSource } from './check-source'
import { takeSource } from './checked-source'
import { declineWaiting, setChecks, setSourceAddress } from './decide-checks'
import { checksSchema, newAddressSchema, seenWaitingSchema, sourceSchema, waitingFormSchema } from './schema'
import { loadWaiting } from './waiting-import'

/** Sets how often a source is checked. */
export const setChecksAction = conferenceAction('import', {
  input: checksSchema,
  run: async ({ input, granted, db, now }) => {
    await setChecks(db, granted, input, now)
    return { minutes: input.minutes }
  },
})

/** Sets where a source is. */
export const setSourceAddressAction = conferenceAction('import', {
  input: newAddressSchema,
  run: async ({ input, granted, db, now }) => {
    await setSourceAddress(db, granted, input, now)
    return { address: input.address }
  },
})

/** Checks a source now, whenever it is due. */
export const checkNowAction = conferenceAction('import', {
  input: sourceSchema,
  limit: 'importByAccount',
  run: async ({ input, granted: { conferenceId, userId }, db, now }) => {
    const source = await takeSource(db, { id: input.source, conferenceId }, now)
    if (!source) return { outcome: 'busy' as const }
    const access = { allow: readEnvironment().HALLWAY_FETCH_ALLOW }
    return { outcome: (await checkSource({ db, now: clock, access }, source, userId)).outcome }
  },
})

/** Says what would change if what waits were let in, and changes nothing. */
export const previewWaitingAction = conferenceAction('import', {
  input: waitingFormSchema,
  limit: 'importByAccount',
  run: async ({ input: { source, timeZone, accept, answers, mapping }, conference, db }) => {
    const waiting = await loadWaiting(db, conference, source, { accept, answers, mapping, timeZone })
    if (!waiting) return { ok: false as const, reason: 'nothing-waits' as const }
    return { hash: waiting.hash, preview: previewOf(await previewBringIn(db, waiting.request)) }
  },
})

/** Lets in what waits, if it is what was looked at. */
export const bringWaitingAction = conferenceAction('import', {
  input: waitingFormSchema,
  limit: 'importByAccount',
  run: async ({ input: { source, timeZone, hash, ...said }, conference, granted, db, now }) => {
    const waiting = await loadWaiting(db, conference, source, { ...said, timeZone })
    if (!waiting) return { ok: false as const, reason: 'nothing-waits' as const }
    if (waiting.hash !== hash) return { ok: false as const, reason: 'newer-waits' as const }
    const report = await applyBringIn(db, waiting.request, { make: null, userId: granted.userId }, now)
    return report.conference ? { done: true } : { ok: false as const, reason: report.reason ?? 'nothing-usable' }
  },
})

/** Leaves outside what waits. */
export const declineWaitingAction = conferenceAction('import', {
  input: seenWaitingSchema,
  run: async ({ input, granted, db, now }) =>
    (await declineWaiting(db, granted, input, now))
      ? { done: true }
      : { ok: false as const, reason: 'newer-waits' as const },
})
