import { z } from 'zod'
import { languages } from '@/lib/i18n/language-names'
import { askedNameSchema } from '@/lib/people/schema'
import { dayField, instantField, lineField, textField } from '@/lib/platform/fields'
import {
  ADDRESS_PROTOCOL,
  MOST_ADDRESS_CHARACTERS,
  MOST_RECAP_CHARACTERS,
  MOST_SUMMARY_CHARACTERS,
  MOST_TAG_CHARACTERS,
  MOST_TAGS,
  MOST_TITLE_CHARACTERS,
} from './length'

/** Words of addresses that are, or may become, ours. */
const reservedHandles = new Set([
  'about',
  'account',
  'admin',
  'administrator',
  'api',
  'app',
  'atom',
  'author',
  'authors',
  'blog',
  'c',
  'conference',
  'conferences',
  'contact',
  'drafts',
  'everyone',
  'feed',
  'feeds',
  'hallway',
  'help',
  'info',
  'login',
  'logout',
  'mail',
  'me',
  'moderator',
  'new',
  'news',
  'null',
  'official',
  'postmaster',
  'privacy',
  'recap',
  'recaps',
  'root',
  'rss',
  'security',
  'series',
  'settings',
  'sign-in',
  'sign-out',
  'staff',
  'static',
  'status',
  'steward',
  'support',
  'system',
  'team',
  'terms',
  'undefined',
  'user',
  'users',
  'webmaster',
  'www',
])
/** Words below an author's address that are no recap's. */
export const reservedSlugs = new Set(['series', 'photos', 'pictures', 'recaps', 'feed', 'rss', 'atom'])

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/

export const MOST_HANDLE_CHARACTERS = 30
export const handleSchema = lineField()
  .toLowerCase()
  .min(2, 'handle')
  .max(MOST_HANDLE_CHARACTERS, 'handle')
  .regex(SLUG, 'handle')
  .refine((handle) => !reservedHandles.has(handle), 'reserved')
const recapSlugSchema = lineField()
  .toLowerCase()
  .min(1, 'slug')
  .max(80, 'slug')
  .regex(SLUG, 'slug')
  .refine((slug) => !reservedSlugs.has(slug), 'reserved')

const title = lineField().min(1, 'title').max(MOST_TITLE_CHARACTERS, 'title')
const summary = textField()
  .trim()
  .max(MOST_SUMMARY_CHARACTERS, 'summary')
  .transform((text) => text || null)
const tag = lineField().min(1).max(MOST_TAG_CHARACTERS)
const text = textField().max(MOST_RECAP_CHARACTERS, 'text')
const language = z.enum(languages)
/** The author's own blog, where the same text stands. */
const canonicalUrl = z
  .union([z.literal('').transform(() => null), z.url({ protocol: ADDRESS_PROTOCOL }).max(MOST_ADDRESS_CHARACTERS)])
  .nullable()

export const makeRecapSchema = z.object({
  id: z.uuid(),
  conferenceId: z.uuid(),
  day: dayField().nullable(),
  language,
  chosen: z.array(textField().max(80)).max(1_000),
})

/** What the editor saves. */
export const editRecapSchema = z.object({
  id: z.uuid(),
  /** When the recap that was edited had been saved: a later save elsewhere must not be written over. */
  editedFrom: instantField(),
  /** Its author was asked, and takes this over what another editor saved: that stays whole. */
  isChosen: z.boolean().optional(),
  title,
  summary,
  text,
  language,
  tags: z.array(tag).max(MOST_TAGS),
  coverId: z.uuid().nullable(),
  canonicalUrl,
})

/** Words that an editor held and its person did not take. A title may be missing: the recap's stands in. */
export const untakenWordsSchema = z.object({ id: z.uuid(), title: lineField().max(200, 'title'), summary, text })

export const publishRecapSchema = z.object({
  id: z.uuid(),
  slug: recapSlugSchema,
  /** Absent: now. */ publishAt: instantField({ offset: true }).optional(),
  /** What its author is called and where they publish; absent: it is known. */ author: z
    .object({ handle: handleSchema, name: askedNameSchema.optional() })
    .optional(),
  /** Its author was told what is unfinished or private in it, and publishes it all the same. */ evenSo: z
    .boolean()
    .optional(),
})
export const recapIdSchema = z.object({ id: z.uuid() })
export const restoreRevisionSchema = z.object({ id: z.uuid(), revisionId: z.uuid() })
/** Without a slug one is made of the title. */
export const seriesSchema = z.object({
  conferenceId: z.uuid().nullable(),
  slug: recapSlugSchema.optional(),
  title,
  summary,
})
export const placeInSeriesSchema = z.object({
  id: z.uuid(),
  seriesId: z.uuid().nullable(),
  label: lineField()
    .max(40)
    .transform((label) => label || null),
})
export const reorderSeriesSchema = z.object({ seriesId: z.uuid(), recapIds: z.array(z.uuid()).max(200) })

/** A photo that a recap shows, as it was when it was published. */
const shownPhotoSchema = z.object({
  id: z.uuid(),
  width: z.number(),
  height: z.number(),
  mediaType: textField(),
  caption: textField().optional(),
})

/** What the public reads: all of it, so that nothing written later shows before it is published. */
export const contentSchema = z.object({
  title: textField(),
  summary: textField().nullable(),
  language: textField(),
  tags: z.array(textField()),
  text: textField(),
  coverId: textField().nullable(),
  canonicalUrl: textField().nullable(),
  photos: z.array(shownPhotoSchema),
  /** Null: of no conference, or of one that is not public. */
  conference: z.object({ slug: textField(), name: textField(), timeZone: textField() }).nullable(),
})

export type Content = z.output<typeof contentSchema>
export type RecapPhoto = z.output<typeof shownPhotoSchema>
export type EditRecap = z.output<typeof editRecapSchema>
export type UntakenWords = z.output<typeof untakenWordsSchema>
export type PublishRecap = z.output<typeof publishRecapSchema>
export type SeriesInput = z.output<typeof seriesSchema>
