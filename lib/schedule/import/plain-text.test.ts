import { describe, expect, it } from 'vitest'
import { plainLine, plainText } from './plain-text'

describe('plainText', () => {
  it('turns HTML into lines and keeps where its links go', () => {
    const html = '<p>One&nbsp;&amp; two</p><ul class="x"><li>three</li><li>four</li></ul><a href="https://example.org/?a=1&copy=2">here</a> <a href="https://example.org">https://example.org</a>'
    expect(plainText(html)).toBe('One & two\n\n- three\n- four\n\nhere (https://example.org/?a=1&copy=2) https://example.org')
  })

  it('keeps as text what only looks like a tag or an entity', () => {
    expect(plainText('a < b > c <Meta /> <script>1</script> &bogus; R&D &#128512; &lt;p&gt;')).toBe('a < b > c <Meta /> <script>1</script> &bogus; R&D 😀 <p>')
  })

  it('says null when nothing is left', () => {
    expect([plainText('<p>&nbsp;</p>'), plainText('')]).toEqual([null, null])
  })
})

describe('plainLine', () => {
  it('decodes entities and puts all on one line, tags included', () => {
    expect(plainLine(' Q&AMP;A\n<b>for</b>\u00a0all\u0000 ')).toBe('Q&A <b>for</b> all')
  })
})
