import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '@/scripts/programs.mjs'

// What is written for people leads where it says, and is found from docs/README.md.

/** What is in a folder and below it, by its path in the project. */
function filesIn(folder: string): string[] {
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => relative(root, join(entry.parentPath, entry.name)))
}

const documents = [...readdirSync(root), ...filesIn('docs'), ...filesIn('.github')]
  .filter((file) => file.endsWith('.md'))
  .sort()
const read = (file: string) => readFileSync(join(root, file), 'utf8')
/** Without what is shown as it is typed. */
const proseOf = (file: string) => read(file).replace(/^```.*?^```/gms, '')

/** Where a document leads within the project: the file, and the heading in it if one is named. */
function linksOf(file: string): { file: string; heading: string }[] {
  const prose = proseOf(file)
  const given = [
    ...[...prose.replace(/`[^`\n]*`/g, '').matchAll(/\]\(([^()\s]+)\)/g)].map(([, link = '']) => link),
    ...[...prose.matchAll(/\ssrc="([^"]+)"/g)].map(([, link = '']) => link),
  ]
  return given
    .filter((link) => !/^[a-z]+:/.test(link))
    .map((link) => {
      const [path = '', heading = ''] = link.split('#')
      return { file: path ? relative(root, join(root, dirname(file), path)) : file, heading }
    })
}

/** The names by which headings are linked to, as GitHub makes them. */
function headingsOf(file: string): string[] {
  const titles = [...proseOf(file).matchAll(/^#+ (.+)$/gm)].map(([, title = '']) => title)
  return titles.map((title) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  )
}

/** Whatever somebody comes upon who begins there and follows links from document to document. */
function reachedFrom(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file) || !existsSync(join(root, file))) return seen
  seen.add(file)
  if (file.endsWith('.md')) for (const link of linksOf(file)) reachedFrom(link.file, seen)
  return seen
}

describe.each(documents)('%s', (file) => {
  it('leads only to what is there', () => {
    const dead = linksOf(file).filter(
      (link) =>
        !existsSync(join(root, link.file)) || (link.heading !== '' && !headingsOf(link.file).includes(link.heading)),
    )
    expect(dead).toEqual([])
  })

  it('names only commands that there are', () => {
    const { scripts } = JSON.parse(read('package.json'))
    const named = [...read(file).matchAll(/npm run (?:-s )?([a-z][\w:]*)/g)].map(([, name = '']) => name)
    expect(named.filter((name) => !(name in scripts))).toEqual([])
  })
})

describe('docs/README.md', () => {
  it('is where README leads', () => expect(linksOf('README.md').map(({ file }) => file)).toContain('docs/README.md'))

  it('leads to every document, and from there to every picture', () => {
    const direct = new Set(linksOf('docs/README.md').map(({ file }) => file))
    const beside = documents.filter((file) => file.startsWith('docs/') && file !== 'docs/README.md')
    expect(beside.filter((file) => !direct.has(file))).toEqual([])
    const reached = reachedFrom('README.md')
    expect(filesIn('docs/pictures').filter((file) => !reached.has(file))).toEqual([])
  })

  it('names each decision by its title', () => {
    const titles = documents
      .filter((file) => file.startsWith('docs/decisions/'))
      .map((file) => `- [${read(file).split('\n', 1)[0]?.slice(2)}](${relative('docs', file)})`)
    const listed = read('docs/README.md')
      .split('\n')
      .filter((line) => line.includes('](decisions/'))
    expect(listed).toEqual(titles)
  })
})
