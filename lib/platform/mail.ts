import { createTransport } from 'nodemailer'
import { count } from './counts'
import { settleBidi, settleLines } from './bidi'
import type { Environment } from './env'
import { log } from './log'

export type Mail = { to: string; subject: string; text: string }

// A mail server that does not answer must not hold a sign-in for minutes.
const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 } as const

/**
 * Sends one plain-text mail by SMTP_URL.
 * @returns whether the mail server took it; why it did not is in the log, for whoever runs the server
 */
export async function sendMail(
  mail: Mail,
  env: { SMTP_URL: string } & Pick<Environment, 'MAIL_FROM'>,
): Promise<{ ok: true } | { ok: false; reason: 'mail-failed' }> {
  const transport = createTransport({ url: env.SMTP_URL, ...timeouts })
  try {
    const settled = { ...mail, subject: settleBidi(mail.subject), text: settleLines(mail.text) }
    await transport.sendMail({ ...settled, from: env.MAIL_FROM, headers: { 'Auto-Submitted': 'auto-generated' } })
    count('mails', 'sent')
    return { ok: true }
  } catch (error) {
    count('mails', 'failed')
    log.warn(
      { reason: error instanceof Error ? error.message : String(error) },
      'The mail server of SMTP_URL did not take a mail',
    )
    return { ok: false, reason: 'mail-failed' }
  } finally {
    transport.close()
  }
}
