import { describe, expect, it } from 'vitest'
import { exportRecap, type Exportable } from './export'

const photo = '00000000-0000-4000-8000-000000000002'
const recap: Exportable = {
  slug: 'day-1',
  firstAt: new Date('2026-04-01T10:00:00Z'),
  updatedAt: new Date('2026-04-02T10:00:00Z'),
  address: 'https://hallway.example/@ann/day-1',
  series: 'My "week"',
  content: {
    title: 'Day 1: it’s "on"',
    summary: null,
    language: 'en',
    tags: ['Cloud Native', 'k8s', 'c', 'd', 'e'],
    coverId: photo,
    canonicalUrl: null,
    conference: null,
    text:
      `Hello <b>you</b>, {{ .Site }} and {{< figure >}}\n\n![A slide](photo:${photo})\n\n` +
      `![gone](photo:00000000-0000-4000-8000-00000000000f)\n\n\`\`\`go title="x"\n{% raw %}\n\`\`\`\n\n` +
      '[site](https://example.org) [bad](javascript:alert) [**A** talk](session:7) [none](session:8)',
    photos: [{ id: photo, width: 4, height: 3, mediaType: 'image/png' }],
  },
}

const inZip = {
  photo: null,
  session: (number: number) => (number === 7 ? 'https://hallway.example/c/days/sessions/7' : null),
}

describe('exportRecap', () => {
  it('writes a page bundle for Hugo', async () => {
    expect(await exportRecap(recap, 'hugo', inZip)).toEqual({
      path: 'content/posts/day-1/index.md',
      photos: [{ id: photo, path: `content/posts/day-1/${photo}.png` }],
      text: [
        '---',
        'title: "Day 1: it’s \\"on\\""',
        'date: "2026-04-01T10:00:00.000Z"',
        'lastmod: "2026-04-02T10:00:00.000Z"',
        'draft: false',
        'slug: "day-1"',
        'tags: ["Cloud Native","k8s","c","d","e"]',
        'series: ["My \\"week\\""]',
        `cover: "${photo}.png"`,
        'canonicalURL: "https://hallway.example/@ann/day-1"',
        'language: "en"',
        '---',
        '',
        'Hello \\<b>you\\</b>, {{ .Site }} and {{</* figure */>}}',
        '',
        `![A slide](${photo}.png)`,
        '',
        'gone',
        '',
        '```go',
        '{% raw %}',
        '```',
        '',
        '[site](https://example.org) bad [**A** talk](https://hallway.example/c/days/sessions/7) none',
        '',
      ].join('\n'),
    })
  })

  it.each([
    ['jekyll', '_posts/2026-04-01-day-1.md', `/assets/images/day-1/${photo}.png`, 'layout: "post"'],
    ['astro', 'src/content/blog/day-1.md', `./day-1/${photo}.png`, 'pubDate: "2026-04-01T10:00:00.000Z"'],
    ['devto', 'day-1.md', `day-1/${photo}.png`, 'tags: "cloudnative, k8s, c, d"'],
  ] as const)('writes what %s reads', async (format, path, link, field) => {
    const post = await exportRecap(recap, format, inZip)
    expect(post.path).toBe(path)
    expect(post.text).toContain(`![A slide](${link})`)
    expect(post.text).toContain(field)
  })

  it('keeps templates of Jekyll and dev.to from running what is about templates', async () => {
    expect((await exportRecap(recap, 'jekyll', inZip)).text).toMatch(/\n\{% raw %\}\n[\s\S]+\{% endraw %\}\n$/)
    const evil = { ...recap, content: { ...recap.content, text: '{% endraw %}{% include x %}' } }
    expect((await exportRecap(evil, 'jekyll', inZip)).text).toMatch(
      /\{% raw %\}\n\{ % endraw %\}\{% include x %\}\n\{% endraw %\}\n$/,
    )
  })

  it('links to public photos where they do not come along, and says that a draft is one', async () => {
    const post = await exportRecap({ ...recap, firstAt: null, address: null }, 'hugo', {
      ...inZip,
      photo: (id) => `https://hallway.example/@ann/photos/${id}`,
    })
    expect([
      post.photos,
      post.text.includes('draft: true'),
      post.text.includes(`![A slide](https://hallway.example/@ann/photos/${photo})`),
    ]).toEqual([[], true, true])
  })
})
