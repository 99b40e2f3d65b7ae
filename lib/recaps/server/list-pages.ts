import { isolated } from '@/lib/platform/bidi'
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { RecapAddresses } from '../addresses'
import { pageHtml } from '../page'
import type { Author, PublicRecap, PublicSeries } from './public-queries'
import { partLink, partName, publishedDay, topOf } from './recap-page'
import { recapLanguage, recapWords } from '../recap-words'

/** All that an author has published. */
export function authorPage(author: Author, recaps: readonly PublicRecap[], at: RecapAddresses): string {
  const words = recapWords(author.language)
  const title = words('recapsOf', { author: isolated(author.name) })
  const address = at.author(author.handle)
  return pageHtml({
    language: recapLanguage(author.language),
    title,
    description: null,
    canonical: address,
    feeds: address,
    jsonLd: {
      '@type': 'ProfilePage',
      url: address,
      mainEntity: { '@type': 'Person', name: author.name, url: address },
    },
    body: [
      topOf(author, at),
      h('main', [
        h('h1', { dir: 'auto' }, title),
        ...(recaps.length > 0
          ? [
              h(
                'ol',
                { className: ['list'], role: 'list' },
                recaps.map((recap) => itemOf(recap, at)),
              ),
            ]
          : [h('p', words('noneYet'))]),
      ]),
      h('footer', [
        h('p', [
          h('a', { href: `${address}/recaps.xml` }, words('feed')),
          ' · ',
          h('a', { href: at.privacy }, words('privacy')),
        ]),
      ]),
    ],
  })
}

/** A whole series at one address, with what is to come. */
export function seriesPage(author: Author, series: PublicSeries, at: RecapAddresses): string {
  const words = recapWords(author.language)
  const address = at.series(author.handle, series.slug)
  return pageHtml({
    language: recapLanguage(author.language),
    title: series.title,
    description: series.summary,
    canonical: address,
    feeds: address,
    jsonLd: {
      '@type': 'CreativeWorkSeries',
      url: address,
      name: series.title,
      description: series.summary ?? undefined,
      author: { '@type': 'Person', name: author.name, url: at.author(author.handle) },
      hasPart: series.parts.flatMap(({ slug, title }) =>
        slug ? [{ '@type': 'BlogPosting', headline: title, url: at.recap(author.handle, slug) }] : [],
      ),
    },
    body: [
      topOf(author, at),
      h('main', [
        h('h1', { dir: 'auto' }, series.title),
        ...(series.summary ? [h('p', { className: ['summary'], dir: 'auto' }, series.summary)] : []),
        h(
          'ol',
          { className: ['list'], role: 'list' },
          series.parts.map((part) =>
            h('li', [
              h('span', { className: ['byline'] }, `${partName(part, words)} `),
              partLink(part, author.handle, words, at),
            ]),
          ),
        ),
      ]),
      h(
        'footer',
        h('p', [
          h('a', { href: at.author(author.handle) }, words('allRecaps', { author: isolated(author.name) })),
          ' · ',
          h('a', { href: `${address}/recaps.xml` }, words('feed')),
        ]),
      ),
    ],
  })
}

function itemOf({ content, author, slug, firstAt }: PublicRecap, at: RecapAddresses): ElementContent {
  const day = h('time', { className: ['byline'], dateTime: firstAt.toISOString() }, publishedDay(firstAt, content))
  return h('li', { lang: recapLanguage(content.language) }, [
    h('h2', h('a', { href: at.recap(author.handle, slug), dir: 'auto' }, content.title)),
    day,
    ...(content.summary ? [h('p', { dir: 'auto' }, content.summary)] : []),
  ])
}
