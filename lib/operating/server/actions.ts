'use server'

import { z } from 'zod'
import { operatorAction } from '@/lib/boundary/operator-action'
import { isLanguage } from '@/lib/i18n/languages'
import { trialMail } from '@/lib/people/mails'
import { publicUrl, readEnvironment } from '@/lib/platform/env'
import { sendMail } from '@/lib/platform/mail'
import { blockSchema, putBackSchema, takeDownSchema, unblockSchema } from '../schema'
import { blockPerson, unblockPerson } from './blocking'
import { putBack, takeDown } from './taking-down'

/** Blocks somebody. */
export const blockAction = operatorAction({
  input: blockSchema,
  limit: 'writeByAccount',
  run: ({ input, person, db, now }) => blockPerson(db, person.id, input.person, { reason: input.reason, now }),
})

/** Lets somebody in again. */
export const unblockAction = operatorAction({
  input: unblockSchema,
  limit: 'writeByAccount',
  run: ({ input, person, db, now }) => unblockPerson(db, person.id, input.person, now),
})

/** Takes a conference down. */
export const takeDownAction = operatorAction({
  input: takeDownSchema,
  limit: 'writeByAccount',
  run: ({ input, person, db, now }) => takeDown(db, person.id, input.id, { reason: input.reason, now }),
})

/** Puts a conference back. */
export const putBackAction = operatorAction({
  input: putBackSchema,
  limit: 'writeByAccount',
  run: ({ input, person, db, now }) => putBack(db, person.id, input.id, now),
})

/** Sends a mail to whoever asks, by the mail server that people's codes go by. */
export const trialMailAction = operatorAction({
  input: z.undefined(),
  limit: 'trialMailByAccount',
  run: async ({ person }) => {
    const env = readEnvironment()
    const { SMTP_URL, MAIL_FROM } = env
    if (!SMTP_URL) return { ok: false, reason: 'no-mail' } as const
    const sent = await sendMail(
      trialMail(person.email, publicUrl(env), isLanguage(person.language) ? person.language : 'en'),
      { SMTP_URL, MAIL_FROM },
    )
    return sent.ok ? ('sent' as const) : sent
  },
})
