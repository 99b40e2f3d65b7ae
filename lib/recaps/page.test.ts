import { h } from 'hastscript'
import { load } from 'cheerio'
import { describe, expect, it } from 'vitest'
import { pageHtml } from './page'

const page = {
  language: 'fr',
  title: 'Day 1',
  description: 'What happened',
  canonical: 'https://hall.example/@ada/day-1',
  body: [h('main', [h('h1', 'Day 1')])],
}
type Page = Parameters<typeof pageHtml>[0]
const read = (given: Partial<Page> = {}) => load(pageHtml({ ...page, ...given }))
const meta = ($: ReturnType<typeof load>) =>
  Object.fromEntries(
    $('meta')
      .toArray()
      .map((element) => [
        $(element).attr('property') ?? $(element).attr('name') ?? 'charset',
        $(element).attr('content'),
      ]),
  )

describe('a page for everybody', () => {
  it('says what it is, in which language, to people and to machines', () => {
    const $ = read()
    expect([
      $('html').attr('lang'),
      $('title').text(),
      $('link[rel=canonical]').attr('href'),
      $('main').text(),
    ]).toEqual(['fr', 'Day 1', page.canonical, 'Day 1'])
    expect(meta($)).toEqual({
      charset: undefined,
      viewport: 'width=device-width, initial-scale=1',
      description: 'What happened',
      'og:title': 'Day 1',
      'og:type': 'website',
      'og:url': page.canonical,
      'og:locale': 'fr',
      'og:description': 'What happened',
    })
    expect(pageHtml(page).startsWith('<!doctype html><html lang="fr">')).toBe(true)
  })

  it('needs no script', () => {
    expect(read()('script').length).toBe(0)
  })

  it('has a picture, feeds and facts where there are any', () => {
    const $ = read({
      kind: 'article',
      picture: 'https://hall.example/p.png',
      feeds: 'https://hall.example/@ada',
      jsonLd: { '@type': 'Article', headline: '</script>' },
    })
    expect(meta($)).toMatchObject({
      'og:type': 'article',
      'og:image': 'https://hall.example/p.png',
      'og:image:width': '1200',
      'og:image:height': '630',
      'twitter:card': 'summary_large_image',
    })
    expect(
      $('link[rel=alternate]')
        .toArray()
        .map((link) => [$(link).attr('type'), $(link).attr('href')]),
    ).toEqual([
      ['application/atom+xml', 'https://hall.example/@ada/recaps.xml'],
      ['application/rss+xml', 'https://hall.example/@ada/recaps.rss'],
      ['application/feed+json', 'https://hall.example/@ada/recaps.json'],
    ])
    expect(JSON.parse($('script').text())).toMatchObject({ '@type': 'Article', headline: '</script>' })
  })

  it('is in nobody’s index where it is a draft', () => {
    const $ = read({ isUnlisted: true, description: null })
    expect([$('link[rel=canonical]').length, meta($)['robots'], 'description' in meta($)]).toEqual([
      0,
      'noindex',
      false,
    ])
  })

  it('shows markup in a title as it was written, and lets no name turn a line around', () => {
    const $ = read({ title: '</title><script>x</script>', body: [h('p', { title: '\u202Eb' }, '\u202Ea')] })
    expect([$('title').text(), $('script').length, $('p').text(), $('p').attr('title')]).toEqual([
      '</title><script>x</script>',
      0,
      'a',
      'b',
    ])
  })
})
