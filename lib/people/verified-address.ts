import { z } from 'zod'
import { emailSchema } from './schema'

const githubEmailsSchema = z.array(z.object({ email: emailSchema, primary: z.boolean(), verified: z.boolean() }))

const googleProfileSchema = z.object({ email: emailSchema, email_verified: z.literal(true) })

/** The primary address of a GitHub account, if GitHub verified it. @param emails what /user/emails answered */
export function verifiedGithubAddress(emails: unknown): string | null {
  return githubEmailsSchema.safeParse(emails).data?.find(({ primary, verified }) => primary && verified)?.email ?? null
}

/** The address of a Google account, if Google says that it is verified. @param profile the claims of its ID token */
export function verifiedGoogleAddress(profile: unknown): string | null {
  return googleProfileSchema.safeParse(profile).data?.email ?? null
}

/**
 * Asks GitHub for the addresses of whoever holds this access token; its profile alone does not say whether one is
 * verified.
 */
export async function fetchGithubEmails(accessToken: string | undefined): Promise<unknown> {
  const headers = {
    accept: 'application/vnd.github+json',
    authorization: `Bearer ${accessToken}`,
    'user-agent': 'hallway',
  }
  const response = await fetch('https://api.github.com/user/emails', { headers, signal: AbortSignal.timeout(10_000) })
  return response.ok ? response.json() : []
}
