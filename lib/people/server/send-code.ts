import type { PrismaClient } from '@/generated/prisma/client'
import type { Language } from '@/lib/i18n/languages'
import { publicUrl, type Environment } from '@/lib/platform/env'
import { sendMail } from '@/lib/platform/mail'
import { codeMail } from '../mails'
import { makeSignInCode } from './mutations'
import { signInSecret } from '../session-token'
import { deliveryOf, type CodeOrigin } from '../sign-in-codes'

type CodeRequest = {
  email: string
  /** Of the browser that asks. */
  deviceHash: string | null
  /** Where the person came from, a path of ours. */
  to: string
  language: Language
  arrival: CodeOrigin
}

/** Where the code went; `code` only where its reader may see it on the page. */
export type SentCode =
  | { ok: true; by: 'mail' | 'page' | 'terminal'; code: string | null }
  | { ok: false; reason: 'mail-failed' | 'many-codes' }

/**
 * Makes a code and a link for an address and gets them to its reader. Known and unknown addresses get the same answer.
 */
export async function sendSignInCode(
  db: PrismaClient,
  request: CodeRequest,
  env: Environment,
  now: Date,
): Promise<SentCode> {
  const { code, token } = await makeSignInCode(db, request, signInSecret(env), now)
  const link = `${publicUrl(env)}/sign-in/link?${new URLSearchParams({ token, to: request.to })}`
  const by = deliveryOf(env, request.arrival)
  if (env.SMTP_URL) {
    const sent = await sendMail(codeMail(request.email, { code, link }, request.language), {
      SMTP_URL: env.SMTP_URL,
      MAIL_FROM: env.MAIL_FROM,
    })
    return sent.ok ? { ok: true, by, code: null } : sent
  }
  // Not the log, which keeps no codes: this is for the eyes of whoever sits at the terminal.
  process.stdout.write(`\nSign-in code for ${request.email}: ${code} (10 minutes)\n${link}\n\n`)
  return { ok: true, by, code: by === 'page' ? code : null }
}
