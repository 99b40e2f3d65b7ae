import { load } from 'cheerio'
import type { Root } from 'hast'
import RssParser from 'rss-parser'
import sharp from 'sharp'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { describe, expect, it } from 'vitest'
import { noteMarkdown } from '@/lib/notes/note-markdown'
import { markdownToHtml } from '@/lib/platform/markdown/markdown'
import { hostileMarkup } from '@/tests/factories/hostile-markup'
import { recapAddresses } from './addresses'
import { exportFormats, exportRecap } from './server/export'
import { linkPicture } from './server/link-picture/link-picture'
import { shareScript } from './share-script'
import type { PublicRecap } from './server/public-queries'
import { recapFeed } from './server/recap-feed'
import { recapPage } from './server/recap-page'
import { recapHtml } from './server/render'

const at = recapAddresses('https://hallway.example')
const day = new Date('2026-04-01T10:00:00Z')

/** A recap of which everything that a person can write says this. */
function recapOf(text: string): PublicRecap {
  return {
    id: '00000000-0000-4000-8000-000000000001',
    slug: 'day-1',
    firstAt: day,
    updatedAt: day,
    author: { id: 'a', handle: 'ann', name: text, language: 'en' },
    content: {
      title: text,
      summary: text,
      language: 'en',
      tags: [text],
      text: `${text}\n\n![${text}](photo:00000000-0000-4000-8000-000000000002)`,
      coverId: '00000000-0000-4000-8000-000000000002',
      canonicalUrl: null,
      photos: [
        { id: '00000000-0000-4000-8000-000000000002', width: 4, height: 3, mediaType: 'image/jpeg', caption: text },
      ],
      conference: { slug: 'c', name: text, timeZone: 'Europe/Paris' },
    },
  }
}

const series = (title: string) => ({
  id: 's',
  slug: 's',
  title,
  summary: title,
  updatedAt: day,
  parts: [{ id: 'other', label: title, title, slug: null, number: null }],
})

const SHARE =
  '<button type="button" id="share" hidden data-copied="The address is copied.">Share</button>' +
  `<span role="status" class="byline"></span><script>${shareScript}</script>`

/** Fails on anything that would run, load or lead where it should not. */
function expectHarmless(html: string): void {
  const $ = load(html)
  const living = $('iframe, object, embed, form, input, button, svg, math, style, base, details, meta[http-equiv]')
  const scripts = $('script')
    .toArray()
    .filter(({ attribs }) => attribs.type !== 'application/ld+json' || attribs.src)
  const attributes = $('*')
    .toArray()
    .flatMap((element) => Object.entries('attribs' in element ? element.attribs : {}))
    .filter(([name, value]) => !isHarmless(name, value))
  expect({ living: living.length, scripts, attributes }).toEqual({ living: 0, scripts: [], attributes: [] })
}

function isHarmless(name: string, value: string): boolean {
  if (name === 'src') return value.startsWith('https://hallway.example/')
  if (name === 'href')
    return /^(https?:\/\/|mailto:|\/recaps\.css$|\/icon\.svg$|\/fonts\/inter-latin\.woff2$)/.test(value)
  return !/^on|^style$|^srcdoc$/.test(name)
}

describe('of what means harm', () => {
  it('there are 200 and more', () => expect(new Set(hostileMarkup).size).toBeGreaterThan(200))

  it.each(hostileMarkup.map((text) => [text]))('nothing lives in a page, a feed or an export: %j', async (text) => {
    const recap = recapOf(text)
    const page = await recapPage({ recap, series: series(text) }, at)
    // Our own button and its lines, which the page's policy names by what they say.
    expect(page.split(SHARE).length).toBe(2)
    expectHarmless(page.replace(SHARE, ''))
    expect(JSON.parse(load(page)('script[type="application/ld+json"]').text())).toMatchObject({ headline: text })
    const of = {
      id: 'urn:uuid:a',
      title: text,
      description: text,
      address: at.author('ann'),
      language: 'en',
      author: recap.author,
    }
    for (const kind of ['xml', 'rss'] as const) {
      const parsed = await new RssParser<object, { 'content:encoded'?: string }>().parseString(
        await recapFeed(of, [recap], kind, at),
      )
      expect(parsed.items).toHaveLength(1)
      for (const item of parsed.items)
        expectHarmless(item['content:encoded'] ?? item.content ?? '<script>missing</script>')
    }
    const [item] = JSON.parse(await recapFeed(of, [recap], 'json', at)).items
    expectHarmless(item.content_html)
    for (const format of exportFormats)
      expectInert(
        (
          await exportRecap(
            { content: recap.content, slug: 'day-1', firstAt: day, updatedAt: day, address: null, series: text },
            format,
            { photo: null, session: () => null },
          )
        ).text,
      )
  })

  it.each(hostileMarkup.map((text) => [text]))('nothing lives in a note or a preview: %j', async (text) => {
    const recap = recapOf(text)
    expectHarmless(markdownToHtml(noteMarkdown(text)))
    expectHarmless(
      await recapHtml(recap.content, {
        photo: (id) => `https://hallway.example/api/v1/photos/${id}`,
        session: () => null,
      }),
    )
  })

  // A picture runs nothing, whatever it says, and takes as long as all the rest: of these texts it is to become one.
  const pictured = hostileMarkup.filter((_text, index) => index % 8 === 0 || process.env.HALLWAY_LONG)
  it.each(pictured.map((text) => [text]))('a picture is a picture: %j', async (text) => {
    const { width, height, format } = await sharp(await linkPicture(recapOf(text))).metadata()
    expect([width, height, format]).toEqual([1200, 630, 'png'])
  })
})

const INERT = /^(https?:|mailto:|\.\/day-1\/|day-1\/|\/assets\/|[0-9a-f-]{36}\.jpg$)/
const reader = unified().use(remarkParse).use(remarkGfm).use(remarkRehype, { allowDangerousHtml: true })

/** Fails if a Markdown processor that lets everything through would find HTML, or a link that runs something. */
function expectInert(post: string): void {
  const [, head = '', body = ''] = /^---\n([\s\S]*?)\n---\n\n([\s\S]*)$/.exec(post) ?? []
  for (const line of head.split('\n'))
    expect(() => JSON.parse(line.slice(line.indexOf(': ') + 2).replace(/^(post)$/, '"$1"'))).not.toThrow()
  expect(body).not.toBe('')
  expect(livingIn(reader.runSync(reader.parse(body)))).toEqual([])
}

function livingIn(node: Root | Root['children'][number]): unknown[] {
  if (node.type === 'raw') return [node]
  const { href, src } = node.type === 'element' ? node.properties : {}
  return [
    ...[href, src].filter((address) => address && !INERT.test(String(address))),
    ...('children' in node ? node.children.flatMap(livingIn) : []),
  ]
}
