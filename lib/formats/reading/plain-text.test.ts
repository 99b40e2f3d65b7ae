import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainCell, plainLine, plainText } from './plain-text'

describe('plainText', () => {
  it('turns HTML into lines and keeps where its links go', () => {
    const html =
      '<p>One&nbsp;&amp; two</p><ul class="x"><li>three</li><li>four</li></ul><a ' +
      'href="https://example.org/?a=1&copy=2">here</a> <a href="https://example.org">https://example.org</a>'
    expect(plainText(html)).toBe(
      'One & two\n\n- three\n- four\n\nhere (https://example.org/?a=1&copy=2) https://example.org',
    )
  })

  it('keeps as text what only looks like a tag or an entity', () => {
    expect(plainText('a < b > c <Meta /> <script>1</script> &bogus; R&D &#128512; &lt;p&gt; &copy=1')).toBe(
      'a < b > c <Meta /> <script>1</script> &bogus; R&D 😀 <p> &copy=1',
    )
    expect(plainText('<p>if a < b, use Map<K, V> &amp; <Suspense>, see <https://example.org></p>')).toBe(
      'if a < b, use Map<K, V> & <Suspense>, see <https://example.org>',
    )
    expect(plainText('The <p> tag, the <b> tag')).toBe('The <p> tag, the <b> tag')
  })

  it('leaves out what no browser shows, and reads markup that was escaped on its way', () => {
    expect(
      plainText('<p>First.</p><ul><li>one</li><li>two</li></ul><script>alert(1)</script><style>p { }</style>'),
    ).toBe('First.\n\n- one\n- two')
    expect(plainText('&lt;p&gt;One &amp;amp; two&lt;/p&gt;&lt;p&gt;Three&lt;/p&gt;')).toBe('One & two\n\nThree')
    expect(plainText('<a href="javascript:alert(1)">here</a> <a href="mailto:ann@example.org">write</a>')).toBe(
      'here write',
    )
  })

  it('keeps the lines of plain text, also around a tag', () => {
    expect(plainText('One\r\ntwo\r\n\r\n- three <b>bold</b>\n- four')).toBe('One\ntwo\n\n- three bold\n- four')
    expect(plainText('One<br>two<br/>\nthree')).toBe('One\ntwo\nthree')
    expect(plainText('<table><tr><td>09:00</td><td>Doors</td></tr></table>')).toBe('09:00\nDoors')
  })

  it('reads markup without end, however deep', () => {
    expect(plainText(`${'<div>'.repeat(20_000)}text${'</div>'.repeat(20_000)}`)).toBe(null)
    expect(plainText(`<p>${'x '.repeat(120_000)}</p>`)?.length).toBeGreaterThan(100_000)
  })

  it('says null when nothing is left', () => {
    expect([plainText('<p>&nbsp;</p>'), plainText('')]).toEqual([null, null])
  })
})

describe('plainLine', () => {
  it.each([
    [' Q&AMP;A\n<b>for</b>\u00a0all\u0000 ', 'Q&A for all'],
    ['<b>Knots</b> &amp; Nets', 'Knots & Nets'],
    ['<a href="https://example.org/ada">Ada Brook</a>', 'Ada Brook'],
    ['<p><strong>Ships</strong></p>', 'Ships'],
    ['a < b', 'a < b'],
    ['Vec<T> and Option<String>', 'Vec<T> and Option<String>'],
    ['&lt;T&gt; in C++', '<T> in C++'],
    ['What is <b>?', 'What is <b>?'],
    ['XSS: <script>alert(1)</script>', 'XSS: <script>alert(1)</script>'],
    ['<Suspense> and <Form>', '<Suspense> and <Form>'],
    ['R&D; 1 &lt 2', 'R&D; 1 &lt 2'],
    ['It&#39;s &hellip; caf&eacute; &#x1F433;', 'It\u2019s … café 🐳'.replace('\u2019', "'")],
    ['&amp;amp;', '&amp;'],
    ['<b> </b>', ''],
  ])('reads %j', (text, plain) => {
    expect(plainLine(text)).toBe(plain)
  })
})

it('reads any text without failing, and plain text as it is', () => {
  const piece = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.constantFrom(
      '<p>',
      '</p>',
      '<b>',
      '</b>',
      '<li>',
      '<a href="',
      '&amp;',
      '&#x',
      '<!--',
      '-->',
      '<T>',
      '<',
      '>',
      '\n',
    ),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      expect([plainText(pieces.join('')), plainLine(pieces.join(''))].map((text) => typeof text)).not.toContain(
        'undefined',
      )
    }),
  )
  fc.assert(
    fc.property(
      fc.string({ maxLength: 80 }).map((text) => text.replace(/[&<]/g, '').trim()),
      (text) => {
        expect(plainLine(text)).toBe(text.replace(/\s+/g, ' '))
      },
    ),
  )
})

describe('a text of any source', () => {
  it.each([
    ['lines of old machines', 'One\rtwo\r\n\r\nthree', 'One\ntwo\n\nthree'],
    ['many empty lines', 'One\n\n\n\n\ntwo', 'One\n\ntwo'],
    ['spaces at the end of lines', 'One \u00a0 \ntwo\u00a0three  ', 'One\ntwo three'],
    ['one list entry without its end', '<li>One', '<li>One'],
    ['list entries without a list', 'Bring:\n<li>One<li>two <b>knots</b>', 'Bring:\n- One\n- two knots'],
    ['closed list entries without a list', '<p>Bring:</p><li>One</li>\n<li>two</li>Now', 'Bring:\n\n- One\n- two\nNow'],
    ['lists in lists', '<ul><li>One<ol><li>two<li>three</ol><li>four</ul>', '- One\n  1. two\n  2. three\n- four'],
    ['paragraphs without ends', '<p>One<p>two', 'One\n\ntwo'],
    ['bold without its end', 'The <b>one<b>', 'The <b>one<b>'],
    ['an end without a beginning', 'One</b> two', 'One</b> two'],
    ['what only begins like a tag', '<pre-order> <p>now</p>', '<pre-order>\n\nnow'],
    ['a comment beside markup', '<p>One<!-- not said --></p>', 'One'],
    ['numbered signs', '<p>&#8364;5 &#x20AC;6 &#x1F433;</p>', '€5 €6 🐳'],
    ['signs that are none', '<p>&#12345678; &#xGG; &1a; R&D</p>', '&#12345678; &#xGG; &1a; R&D'],
    ['a headline as it is written', '<h2>Knots and nets</h2><p>Now</p>', 'Knots and nets\n\nNow'],
    ['a break and a new line for one', '<p>One<br />  \ntwo<BR>three</p>', 'One\ntwo\nthree'],
  ])('keeps %s', (_, text, plain) => {
    expect(plainText(text)).toBe(plain)
  })

  it.each([
    ["<a href='https://a.example'>x</a>", 'x (https://a.example)'],
    ['<a href=http://a.example>x</a>', 'x (http://a.example)'],
    ["<a href='javascript:alert(1)'>x</a>", 'x'],
    ['<a href=data:text/html,1>x</a>', 'x'],
    ['<a href = "https://a.example">x</a>', 'x (https://a.example)'],
    ["<a href\n=\n'https://a.example'>x</a>", 'x (https://a.example)'],
    ['<a href =  https://a.example>x</a>', 'x (https://a.example)'],
    ['<a href = "javascript:alert(1)">x</a>', 'x'],
    ['<a href =  data:text/html,1>x</a>', 'x'],
    ['<a href="/inside">x</a>', 'x'],
    ["<a href=' //a.example'>x</a>", 'x'],
  ])('says where %s leads, if that is an address of the web', (text, plain) => {
    expect(plainText(text)).toBe(plain)
  })

  it('reads markup that was escaped once, and leaves what is written about markup', () => {
    expect(
      ['&lt;div&gt;One&lt;/div&gt;', '&lt;br/&gt;', 'Use &lt;b&gt;', '&lt;Panel&gt;One&lt;/Panel&gt;'].map(plainText),
    ).toEqual(['One', null, 'Use <b>', '<Panel>One</Panel>'])
    // Beside real markup an escaped tag is what somebody writes about.
    expect(plainText('<b>Tags</b>: &lt;p&gt;One&lt;/p&gt;')).toBe('Tags: <p>One</p>')
  })
})

describe('a cell', () => {
  it.each([
    ['<p>Ann</p><p>Bo</p>', 'Ann\n\nBo'],
    ['Ann<br>Bo', 'Ann\nBo'],
    ['<ul><li>Ann</li><li>Bo</li></ul>', 'Ann\n\nBo'],
    ['<h1>Ann</h1>', 'Ann'],
    ['<b>Ann</b>, <em>Bo</em>', 'Ann, Bo'],
    ['<table><tr><td>Ann</td></tr></table>', 'Ann'],
    ['<thead>Ann</thead>Bo', 'AnnBo'],
  ])('has the lines of %s', (cell, plain) => {
    expect(plainCell(cell)).toBe(plain)
  })
})
