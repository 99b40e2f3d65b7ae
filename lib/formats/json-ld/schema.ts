import { z } from 'zod'
import { textField } from '@/lib/platform/fields'

// schema.org's Event and what it names, as sites write it: nearly every value may be one or a list, a text or a thing.
// https://schema.org/Event

const text = z.union([textField(), z.number().transform(String)])

const MOST_OF_A_KIND = 100

/** One or several of a kind; what is of no kind is left out. */
function several<Value>(one: z.ZodType<Value>) {
  return z
    .unknown()
    .optional()
    .transform((value): Value[] =>
      (Array.isArray(value) ? value : value == null ? [] : [value]).slice(0, MOST_OF_A_KIND).flatMap((entry) => {
        const parsed = one.safeParse(entry)
        return parsed.success ? [parsed.data] : []
      }),
    )
}

const first = several(text).transform(([value = '']) => value || null)
const named = z.union([
  textField().transform((name) => ({ id: null, name })),
  z.looseObject({ '@id': first, name: first }).transform(({ '@id': id, name }) => ({ id, name })),
])

export const personSchema = z.union([
  textField().transform((name) => ({ id: null, name, company: null, tagline: null, bio: null })),
  z
    .looseObject({
      '@id': first,
      name: first,
      givenName: first,
      familyName: first,
      jobTitle: first,
      description: first,
      affiliation: several(named),
      worksFor: several(named),
    })
    .transform(({ '@id': id, name, givenName, familyName, jobTitle, description, affiliation, worksFor }) => ({
      id,
      name: name ?? ([givenName, familyName].filter(Boolean).join(' ') || null),
      company: [...worksFor, ...affiliation].find((employer) => employer.name !== null)?.name ?? null,
      tagline: jobTitle,
      bio: description,
    })),
])
export type LinkedPerson = z.output<typeof personSchema>

const place = z.union([
  textField().transform((name) => ({ id: null, name, isOnline: false })),
  z
    .looseObject({ '@type': several(text), '@id': first, name: first })
    .transform(({ '@type': types, '@id': id, name }) => ({ id, name, isOnline: types.includes('VirtualLocation') })),
])

const count = z.coerce.number().int().min(1).max(1_000_000).nullable().catch(null)
const identifier = z.union([text, z.looseObject({ value: first }).transform(({ value }) => value ?? '')])
const link = z.union([
  textField(),
  z.looseObject({ url: first, contentUrl: first }).transform((of) => of.url ?? of.contentUrl ?? ''),
])

export const eventSchema = z
  .looseObject({
    '@type': several(text),
    '@id': first,
    identifier: several(identifier),
    name: first,
    headline: first,
    description: first,
    url: first,
    startDate: first,
    endDate: first,
    duration: first,
    location: several(place),
    performer: several(personSchema),
    performers: several(personSchema),
    actor: several(personSchema),
    eventStatus: several(text),
    inLanguage: several(
      z.union([
        text,
        z.looseObject({ alternateName: first, name: first }).transform((of) => of.alternateName ?? of.name ?? ''),
      ]),
    ),
    maximumAttendeeCapacity: count,
    maximumPhysicalAttendeeCapacity: count,
    educationalLevel: several(z.union([text, z.looseObject({ name: first }).transform(({ name }) => name ?? '')])),
    offers: several(z.looseObject({ availability: first }).transform(({ availability }) => availability ?? '')),
    recordedIn: several(link),
  })
  .transform((event) => ({ ...event, id: event['@id'], types: event['@type'] }))
export type LinkedEvent = z.output<typeof eventSchema>
