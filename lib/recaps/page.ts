import type { ElementContent, Root, RootContent } from 'hast'
import { h } from 'hastscript'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import { settleBidi } from '@/lib/platform/bidi'
import { jsonLdText } from '@/lib/platform/json-ld'

type Page = {
  language: string
  title: string
  description: string | null
  canonical: string
  /** Where it may be subscribed to. */
  feeds?: string
  picture?: string
  jsonLd?: Record<string, unknown>
  /** A draft, or an address without anything: for nobody's index. */
  isUnlisted?: boolean
  kind?: 'article' | 'website'
  body: ElementContent[]
}

// Raw is only what render.ts has written.
const writer = unified().use(rehypeStringify, { allowDangerousHtml: true })

/** A whole page as HTML. It needs no script; all that people wrote in it is text, or HTML that render.ts made safe. */
export function pageHtml(page: Page): string {
  const tree: Root = {
    type: 'root',
    children: [{ type: 'doctype' }, h('html', { lang: page.language }, [headOf(page), h('body', page.body)])],
  }
  tree.children.forEach(settle)
  return writer.stringify(tree)
}

// Names stand in titles, lists and properties alike: whoever adds another place need not think of it.
function settle(node: RootContent): void {
  if (node.type === 'text') node.value = settleBidi(node.value)
  if (node.type !== 'element') return
  for (const [name, value] of Object.entries(node.properties))
    if (typeof value === 'string') node.properties[name] = settleBidi(value)
  node.children.forEach(settle)
}

function headOf({
  title,
  description,
  canonical,
  feeds,
  picture,
  jsonLd,
  isUnlisted,
  kind = 'website',
  language,
}: Page): ElementContent {
  const properties = {
    'og:title': title,
    'og:type': kind,
    'og:url': canonical,
    'og:locale': language,
    ...(description && { 'og:description': description }),
    ...(picture && { 'og:image': picture, 'og:image:width': '1200', 'og:image:height': '630' }),
  }
  return h('head', [
    h('meta', { charSet: 'utf-8' }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('title', title),
    ...(description ? [h('meta', { name: 'description', content: description })] : []),
    ...(isUnlisted
      ? [h('meta', { name: 'robots', content: 'noindex' })]
      : [h('link', { rel: 'canonical', href: canonical })]),
    // Asked for before anything is drawn, as on every page of Hallway: no page shows another font first.
    h('link', { rel: 'preload', as: 'font', type: 'font/woff2', href: '/fonts/inter-latin.woff2', crossOrigin: '' }),
    h('link', { rel: 'stylesheet', href: '/recaps.css' }),
    h('link', { rel: 'icon', href: '/icon.svg' }),
    ...(feeds ? feedLinks(feeds, title) : []),
    ...Object.entries(properties).map(([property, content]) => h('meta', { property, content })),
    ...(picture ? [h('meta', { name: 'twitter:card', content: 'summary_large_image' })] : []),
    ...(jsonLd ? [h('script', { type: 'application/ld+json' }, jsonLdText(jsonLd))] : []),
  ])
}

function feedLinks(base: string, title: string): ElementContent[] {
  const kinds = [
    ['xml', 'application/atom+xml'],
    ['rss', 'application/rss+xml'],
    ['json', 'application/feed+json'],
  ] as const
  return kinds.map(([extension, type]) =>
    h('link', { rel: 'alternate', type, title, href: `${base}/recaps.${extension}` }),
  )
}
