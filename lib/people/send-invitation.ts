import type { Language } from '@/lib/i18n/languages'
import { publicUrl, type Environment } from '@/lib/platform/env'
import { sendMail } from '@/lib/platform/mail'
import { invitationMail } from './mails'

/** Where the invited answer: the same for all, for it says nothing; who signs in there sees what waits for them. */
export function invitationsAddress(env: Environment): string {
  return `${publicUrl(env)}/invitations`
}

type Invitation = {
  email: string
  /** By their address. */ inviter: string
  conference: { name: string; language: Language }
}

/**
 * Tells somebody by mail that a role waits for their answer, in the conference's language.
 * @returns `told`: a mail server took it; without one, or when it refuses, the inviter has to tell them
 */
export async function sendInvitation(
  { email, inviter, conference }: Invitation,
  env: Environment,
): Promise<{ told: boolean }> {
  if (!env.SMTP_URL) return { told: false }
  const mail = invitationMail(
    email,
    { conference: conference.name, inviter, link: invitationsAddress(env) },
    conference.language,
  )
  return { told: (await sendMail(mail, { SMTP_URL: env.SMTP_URL, MAIL_FROM: env.MAIL_FROM })).ok }
}
