import { readdir, readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'

// What the code of a running Hallway never does, whoever writes it (docs/security/asvs.md).

const folders = ['app', 'components', 'lib', 'server']
const names = await Promise.all(
  folders.map(async (folder) => (await readdir(folder, { recursive: true })).map((name) => `${folder}/${name}`)),
)
const paths = names.flat().filter((path) => /(?<!\.test)\.tsx?$/.test(path))
const files = await Promise.all(paths.map(async (path) => ({ path, text: await readFile(path, 'utf8') })))

/** All that an expression finds, with the file where it stands. */
function found(expression: RegExp): string[] {
  return files.flatMap(({ path, text }) => [...text.matchAll(expression)].map(([what]) => `${path}: ${what}`))
}

it('starts no program: nothing that people give can be a command', () => {
  expect(files.length).toBeGreaterThan(500)
  expect(found(/child_process|\bexecFile\(|\bspawn\(/g)).toEqual([])
})

it('makes no code and no template of text', () => {
  expect(found(/\beval\(|new Function\(|node:vm/g)).toEqual([])
})

it('hashes with SHA-256 and encrypts with AES-GCM alone', () => {
  expect(found(/create(?:Hash|Hmac)\((?!'sha256')[^)]*\)/g)).toEqual([])
  expect(found(/createCipheriv|createDecipheriv|name: 'AES-(?!GCM)\w+'/g)).toEqual([])
})

it('listens to no other window: its own worker, channel and threads alone', () => {
  expect(found(/\w+\.addEventListener\('message'/g).toSorted()).toEqual([
    "components/recaps/more/use-earlier-texts.ts: saves.addEventListener('message'",
    "components/recaps/use-autosave.ts: channel.addEventListener('message'",
    "lib/worker/worker.ts: scope.addEventListener('message'",
  ])
  expect(found(/window\.onmessage|\.opener\b|parent\.postMessage/g)).toEqual([])
})
