import { slugify } from '@/lib/platform/slug'
import { dateOn } from '@/lib/platform/time'
import { renderApart } from './render-thread'
import { markdownAsTyped } from '../safe-markdown'
import type { Content, RecapPhoto } from '../schema'
import { sessionNumbersOf } from '../text-links'

export const exportFormats = ['hugo', 'jekyll', 'astro', 'devto'] as const
export type ExportFormat = (typeof exportFormats)[number]

export type Exportable = {
  content: Content
  slug: string
  /** When it became public; null: a draft. */
  firstAt: Date | null
  updatedAt: Date
  /** Its public address, if it has one. */
  address: string | null
  series: string | null
}

/** A file of an export, and the photos that belong beside it: each by its id, with its path. */
export type RecapExport = { path: string; text: string; photos: { id: string; path: string }[] }

/** Where each expects a post and its pictures; `link` is how the post's text names a picture. */
const places: Record<
  ExportFormat,
  (name: { slug: string; day: string }) => { post: string; photos: string; link: string }
> = {
  hugo: ({ slug }) => ({ post: `content/posts/${slug}/index.md`, photos: `content/posts/${slug}`, link: '' }),
  jekyll: ({ slug, day }) => ({
    post: `_posts/${day}-${slug}.md`,
    photos: `assets/images/${slug}`,
    link: `/assets/images/${slug}/`,
  }),
  astro: ({ slug }) => ({
    post: `src/content/blog/${slug}.md`,
    photos: `src/content/blog/${slug}`,
    link: `./${slug}/`,
  }),
  devto: ({ slug }) => ({ post: `${slug}.md`, photos: slug, link: `${slug}/` }),
}

/**
 * The public addresses of what the text names: with a photo's for one file alone; null: the photos come along, in a
 * zip.
 */
type PostAddresses = { photo: ((id: string) => string) | null; session: (number: number) => string | null }

/** A recap as a post of the author's own blog: Markdown with the front matter that its generator reads. */
export async function exportRecap(
  recap: Exportable,
  format: ExportFormat,
  { photo: photoUrl, session }: PostAddresses,
): Promise<RecapExport> {
  const { content, firstAt, updatedAt } = recap
  const slug = slugify(recap.slug, 'recap')
  const place = places[format]({ slug, day: dateOn(firstAt ?? updatedAt, content.conference?.timeZone ?? 'UTC') })
  const photos = new Map(
    content.photos.map((photo) => [photo.id, photoUrl?.(photo.id) ?? place.link + fileName(photo)]),
  )
  const sessions = new Map(sessionNumbersOf(content.text).flatMap((number) => withAddress(number, session(number))))
  const written =
    (await renderApart({ kind: 'post', text: content.text, photos, sessions })) ?? markdownAsTyped(content.text)
  const text = untemplated(written, format)
  const cover = photos.get(content.coverId ?? '') ?? null
  return {
    path: place.post,
    text: `${frontMatter(fieldsOf({ ...recap, slug }, format, cover))}\n\n${text}`,
    photos: photoUrl
      ? []
      : content.photos.map((photo) => ({ id: photo.id, path: `${place.photos}/${fileName(photo)}` })),
  }
}

function withAddress(number: number, address: string | null): [number, string][] {
  return address === null ? [] : [[number, address]]
}

type Fields = Record<string, string | boolean | readonly string[] | null>

function fieldsOf(
  { content, slug, firstAt, updatedAt, address, series }: Exportable,
  format: ExportFormat,
  cover: string | null,
): Fields {
  const { title, summary, tags, language } = content
  const canonical = content.canonicalUrl ?? address
  const [date, changed] = [(firstAt ?? updatedAt).toISOString(), updatedAt.toISOString()]
  if (format === 'hugo')
    return {
      title,
      date,
      lastmod: changed,
      draft: firstAt === null,
      slug,
      description: summary,
      tags,
      series: series ? [series] : null,
      cover,
      canonicalURL: canonical,
      language,
    }
  if (format === 'jekyll')
    return {
      layout: 'post',
      title,
      date,
      last_modified_at: changed,
      published: firstAt !== null,
      description: summary,
      tags,
      series,
      image: cover,
      canonical_url: canonical,
      lang: language,
    }
  if (format === 'astro')
    return {
      title,
      description: summary ?? '',
      pubDate: date,
      updatedDate: changed,
      draft: firstAt === null,
      tags,
      series,
      heroImage: cover,
      canonicalURL: canonical,
      lang: language,
    }
  // Four tags at most, of letters and digits.
  return {
    title,
    published: false,
    description: summary,
    tags: tags
      .map((tag) => tag.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''))
      .filter(Boolean)
      .slice(0, 4)
      .join(', '),
    series,
    cover_image: cover,
    canonical_url: canonical,
  }
}

/** YAML reads a JSON string as what it says, if it has no line end of Unicode's in it. */
function frontMatter(fields: Fields): string {
  const lines = Object.entries(fields).flatMap(([name, value]) =>
    value === null || (Array.isArray(value) && value.length === 0) ? [] : [`${name}: ${quoted(value)}`],
  )
  return ['---', ...lines, '---'].join('\n')
}

function quoted(value: string | boolean | readonly string[]): string {
  return JSON.stringify(value).replace(
    /[\u0085\u2028\u2029\u007f\ufeff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** Their templates would take what somebody wrote about templates for one. */
function untemplated(text: string, format: ExportFormat): string {
  if (format === 'hugo') return text.replace(/\{\{([<%])(?!\/\*)(.{0,500}?)\1?([>%])\}\}/g, '{{$1/*$2*/$3}}')
  if (format === 'astro' || !/\{[{%]/.test(text)) return text
  return `{% raw %}\n${text.replace(/\{%(-?\s*endraw)/g, '{ %$1')}{% endraw %}\n`
}

function fileName({ id, mediaType }: RecapPhoto): string {
  return `${id}.${mediaType === 'image/png' ? 'png' : mediaType === 'image/webp' ? 'webp' : 'jpg'}`
}
