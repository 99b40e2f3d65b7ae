import { z } from 'zod'
import { languages } from '@/lib/i18n/language-names'
import { lineField, textField } from '@/lib/platform/fields'
import { returnPath } from './return-path'

/** An e-mail address as it is kept: lower case. */
export const emailSchema = lineField().toLowerCase().max(254, 'email').pipe(z.email('email'))

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

export const memberRoleSchema = z.enum(['owner', 'organizer', 'steward', 'attendee'])

export type MemberRole = z.output<typeof memberRoleSchema>
