import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import { sayDay } from '@/lib/i18n/dates'
import { languages, type Language } from '@/lib/i18n/language-names'
import { cityOf } from '@/lib/i18n/zones'
import { isolated } from '@/lib/platform/bidi'
import { shorten } from '@/lib/platform/clean-text'
import { dateOn } from '@/lib/platform/time'
import { publicAddresses, type RecapAddresses, type TextAddresses } from '../addresses'
import { pageHtml } from '../page'
import { sizedPicture } from '../photo-sizes'
import type { Author, PublicRecap, PublicSeries } from './public-queries'
import { recapLanguage, recapWords, type RecapWords } from '../recap-words'
import { recapHtml } from './render'
import type { Content } from '../schema'
import { neighboursOf, type SeriesPart } from '../series'
import { shareScript } from '../share-script'

type Shown = { recap: PublicRecap; series: PublicSeries | null }

/** A published recap as a page. */
export async function recapPage({ recap, series }: Shown, at: RecapAddresses): Promise<string> {
  const { content, author, slug } = recap
  const words = recapWords(content.language)
  const address = at.recap(author.handle, slug)
  const picture = at.picture(author.handle, slug)
  const own = publicAddresses(content, author.handle, at)
  return pageHtml({
    language: recapLanguage(content.language),
    title: content.title,
    description: content.summary,
    canonical: content.canonicalUrl ?? address,
    feeds: at.author(author.handle),
    picture,
    kind: 'article',
    jsonLd: {
      '@type': 'BlogPosting',
      '@id': `urn:uuid:${recap.id}`,
      url: address,
      mainEntityOfPage: address,
      headline: content.title,
      description: content.summary ?? undefined,
      inLanguage: content.language,
      image: picture,
      keywords: content.tags.length > 0 ? content.tags : undefined,
      datePublished: recap.firstAt.toISOString(),
      dateModified: recap.updatedAt.toISOString(),
      author: { '@type': 'Person', name: author.name, url: at.author(author.handle) },
      about: content.conference
        ? { '@type': 'Event', name: content.conference.name, url: at.conference(content.conference.slug) }
        : undefined,
      isPartOf: series
        ? { '@type': 'CreativeWorkSeries', name: series.title, url: at.series(author.handle, series.slug) }
        : undefined,
    },
    body: [
      topOf(author, at, shareBar(words)),
      h('main', [
        h('article', [
          h('header', [h('h1', { dir: 'auto' }, content.title), byline(recap, words, at), ...summaryOf(content)]),
          ...coverOf(content, own),
          ...(await textOf(content, own)),
          ...(content.tags.length > 0
            ? [h('p', { className: ['tags'] }, [`${words('tags')}: `, content.tags.join(', ')])]
            : []),
        ]),
        ...(series ? [seriesNav(series, recap, words, at)] : []),
      ]),
      h('footer', [
        ...(content.conference
          ? [
              h('p', [
                words('zone', { zone: cityOf(content.conference.timeZone) }),
                ' ',
                h('a', { href: at.conference(content.conference.slug) }, words('toPage')),
              ]),
            ]
          : []),
        h('p', [
          h('a', { href: at.author(author.handle) }, words('allRecaps', { author: isolated(author.name) })),
          ' · ',
          h('a', { href: `${at.author(author.handle)}/recaps.xml` }, words('feed')),
          ' · ',
          h('a', { href: at.privacy }, words('privacy')),
        ]),
      ]),
    ],
  })
}

/** The top of an author's pages: the way to Hallway and to all of theirs, and what else there is. */
export function topOf(author: Author, at: RecapAddresses, more: ElementContent[] = []): ElementContent {
  return h('header', { className: ['top'] }, [
    h('a', { href: at.home }, h('img', { src: `${at.home}/icon.svg`, alt: 'Hallway', width: 28, height: 28 })),
    h('a', { href: at.author(author.handle), dir: 'auto', rel: 'author' }, author.name),
    ...more,
  ])
}

/** Shares this page, where a script may run. */
function shareBar(words: RecapWords): ElementContent[] {
  return [
    h('button', { type: 'button', id: 'share', hidden: true, dataCopied: words('shareCopied') }, words('share')),
    h('span', { role: 'status', className: ['byline'] }),
    h('script', shareScript),
  ]
}

/** A draft as whoever has its secret link reads it; in nobody's index. */
export async function draftPage(content: Content, own: TextAddresses, canonical: string): Promise<string> {
  const words = recapWords(content.language)
  return pageHtml({
    language: recapLanguage(content.language),
    title: content.title,
    description: null,
    canonical,
    isUnlisted: true,
    body: [
      h('p', { className: ['top'], role: 'note' }, words('draft')),
      h(
        'main',
        h('article', [
          h('header', [h('h1', { dir: 'auto' }, content.title), ...summaryOf(content)]),
          ...coverOf(content, own),
          ...(await textOf(content, own)),
        ]),
      ),
    ],
  })
}

/** A recap that is no longer published, in the language that it was in, and the way to its author's others. */
export function gonePage(language: string, others: string, { name }: Author): string {
  const words = recapWords(language)
  const way = h('p', h('a', { href: others }, words('allRecaps', { author: isolated(name) })))
  return emptyPage(recapLanguage(language), words('goneTitle'), others, [h('p', words('gone')), way])
}

/** Nothing is at an address, and nobody knows in which language it was looked for: it is said in each. */
export function absentPage(home: string): string {
  const said = languages.map((language) => h('p', { lang: language }, recapWords(language)('notFound')))
  const title = recapWords('en')('notFoundTitle')
  return emptyPage('en', title, home, [...said, h('p', h('a', { href: home }, 'Hallway'))])
}

function emptyPage(language: Language, title: string, canonical: string, content: ElementContent[]): string {
  const body = [h('main', [h('h1', title), ...content])]
  return pageHtml({ language, title, description: null, canonical, isUnlisted: true, body })
}

/** "Part 2" or its own label. */
export function partName({ number, label }: SeriesPart, words: RecapWords): string {
  return label ?? words('part', { number: number ?? 0 })
}

/** A day as people say it where the conference is. */
export function publishedDay(at: Date, content: Content): string {
  return sayDay(dateOn(at, content.conference?.timeZone ?? 'UTC'), recapLanguage(content.language), 'long')
}

function byline(
  { content, author, firstAt, updatedAt }: PublicRecap,
  words: RecapWords,
  at: RecapAddresses,
): ElementContent {
  const [first, updated] = [publishedDay(firstAt, content), publishedDay(updatedAt, content)]
  return h('p', { className: ['byline'] }, [
    h('a', { href: at.author(author.handle), rel: 'author' }, words('byAuthor', { author: isolated(author.name) })),
    ...(content.conference
      ? [' · ', h('a', { href: at.conference(content.conference.slug) }, content.conference.name)]
      : []),
    ' · ',
    h('time', { dateTime: firstAt.toISOString() }, words('published', { date: first })),
    ...(updated === first
      ? []
      : [', ', h('time', { dateTime: updatedAt.toISOString() }, words('updated', { date: updated }))]),
  ])
}

function summaryOf({ summary }: Content): ElementContent[] {
  return summary ? [h('p', { className: ['summary'], dir: 'auto' }, summary)] : []
}

function coverOf({ coverId, photos }: Content, own: TextAddresses): ElementContent[] {
  const cover = photos.find(({ id }) => id === coverId)
  return cover
    ? [h('img', { className: ['cover'], ...sizedPicture(cover, own.photo), alt: shorten(cover.caption ?? '', 200) })]
    : []
}

/** With the colours of code where there is code. */
async function textOf(content: Content, own: TextAddresses): Promise<ElementContent[]> {
  const html = await recapHtml(content, own)
  const colors = html.includes('class="hljs-') ? [h('link', { rel: 'stylesheet', href: '/code.css' })] : []
  return [...colors, h('div', { className: ['text'], dir: 'auto' }, { type: 'raw', value: html })]
}

function seriesNav(
  series: PublicSeries,
  { id, author }: PublicRecap,
  words: RecapWords,
  at: RecapAddresses,
): ElementContent {
  const { previous, next } = neighboursOf(series.parts, id)
  const step = (word: string, part: SeriesPart) => h('p', [`${word}: `, partLink(part, author.handle, words, at)])
  return h('nav', { ariaLabel: words('series', { title: isolated(series.title) }), className: ['series'] }, [
    h(
      'h2',
      h('a', { href: at.series(author.handle, series.slug) }, words('series', { title: isolated(series.title) })),
    ),
    h(
      'ol',
      { role: 'list' },
      series.parts.map((part) =>
        h('li', part.id === id ? { ariaCurrent: 'page' } : {}, [
          `${partName(part, words)}: `,
          part.id === id ? h('b', part.title) : partLink(part, author.handle, words, at),
        ]),
      ),
    ),
    ...(previous ? [step(words('previous'), previous)] : []),
    ...(next ? [step(words('next'), next)] : []),
  ])
}

/** The entry of a part in a list of its series: a link where it is published, else its title with "to come". */
export function partLink(
  { title, slug }: SeriesPart,
  handle: string,
  words: RecapWords,
  at: RecapAddresses,
): ElementContent {
  return slug
    ? h('a', { href: at.recap(handle, slug), dir: 'auto' }, title)
    : h('span', { className: ['to-come'] }, [h('bdi', title), ` (${words('toCome')})`])
}
