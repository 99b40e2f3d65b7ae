// @ts-check `npm run measure`: the figures by which the house is kept (docs/testing.md). It judges nothing: what has a
// limit is asked by lint and tests/house.test.ts.
import './require-node.mjs'
import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import ts from 'typescript'
import { root } from './programs.mjs'

/** What people run; beside it stands what starts, builds, tests and measures it. */
const PRODUCT = ['app', 'components', 'lib', 'server']
const ALL = [...PRODUCT, 'bench', 'e2e', 'prisma', 'scripts', 'tests']
const LONGEST_LINE = 120
/** A test may stand with what uses it, and a folder of few lines may need none of its own. */
const LINES_WORTH_ASKING = 200

/** @typedef {{ path: string, text: string, lines: string[], isTest: boolean }} Source */

const all = ALL.flatMap(readSources)
const product = all.filter(({ path, isTest }) => !isTest && PRODUCT.includes(roomOf(path, 1)))
const trees = product.map((source) => ({ source, tree: parse(source) }))
const lengths = product.map(({ lines }) => lines.length)

say('source files', `${product.length} (all with tests, scripts and journeys: ${all.length})`)
say('lines a file', `median ${at(lengths, 0.5)}, p90 ${at(lengths, 0.9)}, most ${at(lengths, 1)}`)
say('largest folders', largestFolders(all, 5))
say(`lines over ${LONGEST_LINE}`, String(sum(all.map(({ lines }) => lines.filter(isTooLong).length))))
for (const folder of ['lib', 'components', 'server']) say(`test lines a line, ${folder}`, testShare(folder))
for (const [folder, share] of leastTested('lib', 8)) say(`  ${folder}`, share)
for (const end of ['ts', 'tsx']) say(`lines a function, .${end}`, functionLengths(`.${end}`))
say('any, !, as', countLoose())
for (const [room, out, back] of arrowsOf('lib/sync')) say(`lib/sync and ${room}`, `${out} out, ${back} in`)

/** @param {string} what @param {string} figure */
function say(what, figure) {
  console.log(`${what.padEnd(28)} ${figure}`)
}

/** @param {string} folder @returns {Source[]} */
function readSources(folder) {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|tsx|mjs)$/.test(name))
    .map((name) => {
      const text = readFileSync(join(root, folder, name), 'utf8')
      const lines = text.replace(/\n$/, '').split('\n')
      return { path: `${folder}/${name}`, text, lines, isTest: /\.test\.tsx?$/.test(name) }
    })
}

/** @param {Source} source */
function parse({ path, text }) {
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
}

/** @param {string} path @param {number} depth @returns {string} `lib/sync` of what lies in it, for a depth of two */
function roomOf(path, depth) {
  return path.split('/').slice(0, depth).join('/')
}

/** @param {string} line */
function isTooLong(line) {
  return line.length > LONGEST_LINE
}

/** @param {number[]} numbers @param {number} share @returns {number} the number below which so large a share lies */
function at(numbers, share) {
  const sorted = [...numbers].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

/** @param {number[]} numbers */
function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0)
}

/** @param {Source[]} sources @param {number} most */
function largestFolders(sources, most) {
  /** @type {Map<string, number>} */
  const counts = new Map()
  for (const { path, isTest } of sources) if (!isTest) counts.set(dirname(path), (counts.get(dirname(path)) ?? 0) + 1)
  const sorted = [...counts].sort(([, one], [, other]) => other - one)
  return sorted
    .slice(0, most)
    .map(([folder, count]) => `${folder} ${count}`)
    .join(', ')
}

/** Tests stand beside what they test. @param {string} folder */
function testShare(folder) {
  return sayShare(countLines(({ path }) => roomOf(path, 1) === folder))
}

/** @param {{ tests: number, source: number }} lines */
function sayShare({ tests, source }) {
  return `${(tests / source).toFixed(2)} (${tests} a ${source})`
}

/** @param {(source: Source) => boolean} isAsked */
function countLines(isAsked) {
  const asked = all.filter(isAsked)
  const count = (/** @type {boolean} */ isTest) =>
    sum(asked.filter((source) => source.isTest === isTest).map(({ lines }) => lines.length))
  return { tests: count(true), source: count(false) }
}

/**
 * Folders with the fewest test lines in themselves; of formats each has pairs of files instead.
 * @param {string} inside @param {number} most
 * @returns {[folder: string, share: string][]}
 */
function leastTested(inside, most) {
  const folders = [...new Set(all.map(({ path }) => dirname(path)))].filter(
    (folder) => folder.startsWith(inside) && dirname(folder) !== 'lib/formats',
  )
  return folders
    .map((folder) => ({ folder, lines: countLines(({ path }) => dirname(path) === folder) }))
    .filter(({ lines }) => lines.source >= LINES_WORTH_ASKING)
    .sort((one, other) => one.lines.tests / one.lines.source - other.lines.tests / other.lines.source)
    .slice(0, most)
    .map(({ folder, lines }) => [folder, sayShare(lines)])
}

/** Of what has a body of statements; what is one expression is short. @param {string} end */
function functionLengths(end) {
  /** @type {number[]} */
  const found = []
  for (const { source, tree } of trees)
    if (source.path.endsWith(end))
      visit(tree, (node) => {
        if (!ts.isFunctionLike(node) || !('body' in node) || !node.body || !ts.isBlock(node.body)) return
        const line = (/** @type {number} */ position) => tree.getLineAndCharacterOfPosition(position).line
        found.push(line(node.getEnd()) - line(node.getStart()) + 1)
      })
  return `median ${at(found, 0.5)}, p90 ${at(found, 0.9)}, most ${at(found, 1)} (${found.length})`
}

/** What the types do not answer for. `as const` says nothing that is not so. */
function countLoose() {
  let [anys, sures, casts] = [0, 0, 0]
  for (const { tree } of trees)
    visit(tree, (node) => {
      if (node.kind === ts.SyntaxKind.AnyKeyword) anys++
      if (ts.isNonNullExpression(node)) sures++
      if (ts.isAsExpression(node) && !ts.isConstTypeReference(node.type)) casts++
    })
  return `${anys}, ${sures}, ${casts}`
}

/** @param {ts.Node} node @param {(node: ts.Node) => void} look */
function visit(node, look) {
  look(node)
  ts.forEachChild(node, (child) => visit(child, look))
}

/**
 * How many files of a room import each other room, and the other way round.
 * @param {string} room @returns {[room: string, out: number, back: number][]}
 */
function arrowsOf(room) {
  /** @type {Map<string, { out: number, back: number }>} */
  const counts = new Map()
  for (const { path, text } of product) {
    const from = roomAt(path)
    const reached = new Set(importsOf(path, text).map(roomAt))
    for (const to of reached)
      if (from !== to && (from === room || to === room)) {
        const other = from === room ? to : from
        const count = counts.get(other) ?? { out: 0, back: 0 }
        count[from === room ? 'out' : 'back']++
        counts.set(other, count)
      }
  }
  return [...counts].sort().map(([other, { out, back }]) => [other, out, back])
}

/** In lib each folder is a room; elsewhere all is one. @param {string} path */
function roomAt(path) {
  return roomOf(path, path.startsWith('lib/') ? 2 : 1)
}

/** Paths of our own that a file imports, types among them. @param {string} path @param {string} text */
function importsOf(path, text) {
  return ts.preProcessFile(text, true, true).importedFiles.flatMap(({ fileName }) => {
    if (fileName.startsWith('@/')) return [fileName.slice(2)]
    return fileName.startsWith('.') ? [join(dirname(path), fileName)] : []
  })
}
