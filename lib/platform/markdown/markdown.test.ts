import { load } from 'cheerio'
import { describe, expect, it } from 'vitest'
import { allowedElements, markdownToHtml } from './markdown'

describe('markdownToHtml', () => {
  it('writes what people write in notes', () => {
    const markdown =
      '# Title\n\nOne *two* **three** ~~four~~ `code`\nnext line\n\n> quote\n\n- [x] done\n- [ ] open\n\n1. ' +
      'first\n\n[text](https://example.org/a?b=1&c=2) www.example.org me@example.org'
    expect(markdownToHtml(markdown)).toBe(
      [
        '<h2>Title</h2>',
        '<p>One <em>two</em> <strong>three</strong> <del>four</del> <code>code</code><br>next line</p>',
        '<blockquote>\n<p>quote</p>\n</blockquote>',
        '<ul>\n<li>☑ done</li>\n<li>☐ open</li>\n</ul>',
        '<ol>\n<li>first</li>\n</ol>',
        '<p><a href="https://example.org/a?b=1&#x26;c=2" rel="noopener nofollow ugc">text</a> <a ' +
          'href="http://www.example.org" rel="noopener nofollow ugc">www.example.org</a> <a ' +
          'href="mailto:me@example.org" rel="noopener nofollow ugc">me@example.org</a></p>',
      ].join('\n'),
    )
  })

  it('keeps tables and code, and has no h1 however deep it is put', () => {
    expect(markdownToHtml('# a\n\n###### f', { headingShift: 2 })).toBe('<h3>a</h3>\n<h6>f</h6>')
    expect(markdownToHtml('# a', { headingShift: -3 })).toBe('<h2>a</h2>')
    expect(markdownToHtml('```js\na < b\n\nc\n```')).toBe('<pre><code>a &#x3C; b\n\nc\n</code></pre>')
    expect(markdownToHtml('|a|\n|:-:|\n|b|')).toBe(
      '<table>\n<thead>\n<tr>\n<th align="center">a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td ' +
        'align="center">b</td>\n</tr>\n</tbody>\n</table>',
    )
  })

  it('shows HTML as it was typed and links to pictures instead of loading them', () => {
    expect(markdownToHtml('use <T> or <b>bold</b>')).toBe('<p>use &#x3C;T> or &#x3C;b>bold&#x3C;/b></p>')
    expect(markdownToHtml('![a slide](https://example.org/x.png)')).toBe(
      '<p><a href="https://example.org/x.png" rel="noopener nofollow ugc">a slide</a></p>',
    )
  })

  it('breaks a line once, however it was asked for', () => {
    expect(markdownToHtml('one  \ntwo\\\nthree\nfour')).toBe('<p>one<br>\ntwo<br>\nthree<br>four</p>')
  })
})

const hostile = [
  '<script>alert(1)</script>',
  '<ScRiPt src=//evil.example/x.js></ScRiPt>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)>',
  '<svg><script>alert(1)</script></svg>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<body onload=alert(1)>',
  '<input autofocus onfocus=alert(1)>',
  '<details open ontoggle=alert(1)>',
  '<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
  '<object data="javascript:alert(1)">',
  '<embed src="javascript:alert(1)">',
  '<link rel=stylesheet href=//evil.example>',
  '<meta http-equiv=refresh content="0;url=javascript:alert(1)">',
  '<base href="javascript://">',
  '<form action="javascript:alert(1)"><button>x</button></form>',
  '<style>@import "//evil.example"</style>',
  '<!--<img src="--><img src=x onerror=alert(1)//">',
  '<![CDATA[<script>alert(1)</script>]]>',
  '<?xml version="1.0"?><script>alert(1)</script>',
  '<!DOCTYPE html><script>alert(1)</script>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<template><script>alert(1)</script></template>',
  '<video><source onerror=alert(1)></video>',
  '<audio src=x onerror=alert(1)>',
  '<marquee onstart=alert(1)>',
  '<isindex action=javascript:alert(1)>',
  '<table background="javascript:alert(1)">',
  '<div style="background:url(javascript:alert(1))">',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](javascript&colon;alert(1))',
  '[x](javascript&#58;alert(1))',
  '[x](java\tscript:alert(1))',
  '[x](&#106;avascript:alert(1))',
  '[x](<javascript:alert(1)>)',
  '[x]( javascript:alert(1))',
  '[x](\u0001javascript:alert(1))',
  '[x](%6aavascript:alert(1))',
  '[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)',
  '[x](vbscript:msgbox(1))',
  '[x](file:///etc/passwd)',
  '[x](blob:https://example.org/1)',
  '[x](//evil.example)',
  '[x](/sign-out)',
  '[x](#main)',
  '[x](?a)',
  '[x](livescript:x)',
  '[x](mocha:x)',
  '[x](intent://x#Intent;end)',
  '[x]: javascript:alert(1)\n\n[x]',
  '[x][y]\n\n[y]: javascript:alert(1) "t"',
  '![x](javascript:alert(1))',
  '![x](https://evil.example/beacon.png)',
  '![x][y]\n\n[y]: https://evil.example/beacon.png',
  '![x](data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+)',
  '<javascript:alert(1)>',
  '<https://example.org/" onmouseover="alert(1)>',
  '[x](https://example.org "\\" onmouseover=\\"alert(1)")',
  '[x](https://example.org/"onmouseover="alert(1))',
  '`<img src=x onerror=alert(1)>`',
  '```html" onload="alert(1)\n<script>alert(1)</script>\n```',
  '~~~js onclick=alert(1)\nx\n~~~',
  '> <script>alert(1)</script>',
  '- <img src=x onerror=alert(1)>',
  '# <svg onload=alert(1)>',
  '|<img src=x onerror=alert(1)>|\n|-|\n|<script>alert(1)</script>|',
  '[^1]\n\n[^1]: <img src=x onerror=alert(1)>',
  '[^x" onclick="alert(1)]\n\n[^x" onclick="alert(1)]: y',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&#60;script&#62;alert(1)',
  '\\<script>alert(1)\\</script>',
  '**<b onmouseover=alert(1)>x**',
  '[<img src=x onerror=alert(1)>](https://example.org)',
  '- [x] <input type=checkbox onchange=alert(1)>',
  'mailto:<script>alert(1)</script>@example.org',
  '[x](mailto:a@b.c?body=<script>)',
  'https://example.org/<script>alert(1)</script>',
  '<p id=main name=cookie class="fixed inset-0">',
  '[a](https://example.org)<a id=defaultView>',
]

describe('of what means harm', () => {
  it.each(hostile.map((markdown) => [markdown]))('nothing lives in %j', (markdown) => {
    const $ = load(markdownToHtml(markdown), null, false)
    const attributes = { a: ['href', 'rel'], ol: ['start'], th: ['align'], td: ['align'] } as Record<string, string[]>
    $('*').each((_index, element) => {
      if (element.type !== 'tag') throw new Error(`A ${element.type} came through.`)
      expect(allowedElements).toContain(element.name)
      for (const [name, value] of Object.entries(element.attribs)) {
        expect(attributes[element.name] ?? []).toContain(name)
        if (name === 'href') expect(value).toMatch(/^(https?:\/\/|mailto:)/)
      }
      if (element.attribs.href) expect(element.attribs.rel).toBe('noopener nofollow ugc')
    })
    expect(
      $.root()
        .contents()
        .toArray()
        .filter(({ type }) => type === 'comment' || type === 'directive'),
    ).toEqual([])
  })

  it('is tried by more than sixty', () => expect(hostile.length).toBeGreaterThan(60))

  it.each([
    ['>'.repeat(200_000)],
    ['['.repeat(200_000)],
    ['- '.repeat(3_000)],
    [`${'['.repeat(4_000)}\n`.repeat(20)],
    ['*a '.repeat(30_000)],
    ['> '.repeat(29).concat('x\n').repeat(1_000)],
    ['![['.repeat(1_600)],
    ['|a'.repeat(2_000)],
    ['<a '.repeat(1_600)],
    [' - '.repeat(1_500)],
    [`${'  '.repeat(500)}- x`],
  ])('takes its time or is shown as typed: %.10s…', (markdown) => {
    expect(markdownToHtml(markdown)).toContain('<')
  })
})
