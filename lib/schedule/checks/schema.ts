import { z } from 'zod'
import { formSchema } from '@/lib/boundary/form'
import { hasPassword } from '@/lib/platform/http/public-address'
import { idField, textField } from '@/lib/platform/fields'
import { limits } from '@/lib/program/program'
import { bringInSchema, fieldsOf } from '../bring-in/bring-in-form'
import { sourceAddress } from '../bring-in/fetching/source-address'
import { checkChoices } from './pace'

const named = { conference: textField(), source: idField() }
const hash = textField().max(64)

/** Names a source of a conference. */
export const sourceSchema = formSchema(z.object(named))

/** How often it is to be checked. */
export const checksSchema = formSchema(z.object({ ...named, minutes: z.coerce.number().pipe(z.literal(checkChoices)) }))

/** Where it is from now on, as a person writes it. */
export const newAddressSchema = formSchema(
  z
    .object({
      ...named,
      address: textField()
        .min(1)
        .max(limits.url)
        .transform(sourceAddress)
        .refine(({ address }) => URL.canParse(address) && /^https?:$/.test(new URL(address).protocol), 'address'),
    })
    .transform(({ address: { address, urls }, ...rest }) => ({
      ...rest,
      address,
      hadPassword: urls.some(hasPassword),
    })),
)

/** Names what waits, as it was seen. */
export const seenWaitingSchema = formSchema(z.object({ ...named, hash }))

/** The form beside what waits: what is said yes to, left out and answered. */
export const waitingFormSchema = z
  .instanceof(FormData)
  .transform(fieldsOf)
  .pipe(
    bringInSchema
      .pick({ accept: true, leave: true, answers: true, mapping: true, timeZone: true, seen: true })
      .extend({ ...named, hash: hash.optional() }),
  )
