import { z } from 'zod'
import { languages } from '@/lib/i18n/language-names'
import { emailAddress, lineField, textField } from '@/lib/platform/fields'
import type { Scope } from './granted'
import type { Role } from './permissions'
import { returnPath } from './return-path'

/** An e-mail address as it is kept: lower case. */
export const emailSchema = lineField().toLowerCase().max(254, 'email').pipe(emailAddress)

/** A six-digit code as people type it, spaces and all. */
const codeSchema = textField()
  .transform((typed) => typed.replace(/\s/g, ''))
  .pipe(textField().regex(/^\d{6}$/, 'code'))

/** A secret of ids.ts, made by us and carried in an address. */
const tokenSchema = textField().regex(/^[\w-]{32}$/, 'token')

export const codeRequestSchema = z.object({
  email: emailSchema,
  /** Where the person came from; anything but a path of ours counts as the start page. */
  to: textField().max(2_000).transform(returnPath),
})

// A parameter given twice comes as a list: then it is none.
const oneParameter = textField().max(2_000).optional().catch(undefined)

/** What may follow the address of a sign-in screen. */
export const signInQuerySchema = z.object({
  to: oneParameter.transform(returnPath),
  error: oneParameter,
  token: oneParameter,
})

export const codeRedemptionSchema = z.object({ email: emailSchema, code: codeSchema })

export const linkRedemptionSchema = z.object({ token: tokenSchema })

/** What somebody without a name is asked for where others are to see one. */
export const askedNameSchema = lineField().min(1).max(100)

export const settingsSchema = z.object({
  /** Shown to people of the same conference; empty means none. */
  name: lineField()
    .max(100, 'name')
    .transform((name) => name || null),
  language: z.enum(languages),
})

const LED = /^lead:(track|colocated):([\da-f-]{36})$/

/** A role as a form says it: its name, or what a lead leads, `lead:track:<id>` or `lead:colocated:<id>`. */
export const memberRoleSchema = z.union([
  z
    .enum(['owner', 'organizer', 'steward', 'attendee'])
    .transform((role): MemberRole => ({ role, trackId: null, colocatedId: null })),
  textField()
    .regex(LED)
    .transform((said): MemberRole => {
      const [, kind, id = null] = LED.exec(said) ?? []
      return { role: 'lead', trackId: kind === 'track' ? id : null, colocatedId: kind === 'colocated' ? id : null }
    }),
])

/** What somebody is in a conference, and of a lead what they lead. */
export type MemberRole = Scope & { role: Exclude<Role, 'guest'> }

/** How a form says it. */
export function saidRole({ role, trackId, colocatedId }: MemberRole): string {
  if (role !== 'lead') return role
  return trackId ? `lead:track:${trackId}` : `lead:colocated:${colocatedId ?? ''}`
}
