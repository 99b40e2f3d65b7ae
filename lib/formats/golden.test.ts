import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { programSchema } from '@/lib/program/program'
import type { ImportFile, ParseOptions } from './reading/adapter'
import { adapters, findAdapter } from './registry'

/**
 * Golden pairs: fixtures/<format>/<case>.<any ending> (or a folder <case>/ of files that are imported together) and
 * <case>.expected.json, which holds all that parsing returns. <case>.options.json, if there, holds the options.
 * GOLDEN=<format> npx vitest run lib/formats/golden.test.ts writes what that format parses now: read the difference
 * before keeping it.
 */
const fixtures = fileURLToPath(new URL('./fixtures', import.meta.url))

type Case = { name: string; expected: string; files: ImportFile[]; options: ParseOptions }

function casesOf(format: string): Case[] {
  const folder = join(fixtures, format)
  return readdirSync(folder)
    .filter((entry) => !/\.(expected|options)\.json$|^\./.test(entry))
    .map((entry) => {
      const name = entry.replace(/\..*$/, '')
      const path = join(folder, entry)
      const names = statSync(path).isDirectory()
        ? readdirSync(path)
            .sort()
            .map((file) => join(entry, file))
        : [entry]
      const options = join(folder, `${name}.options.json`)
      return {
        name,
        expected: join(folder, `${name}.expected.json`),
        files: names.map((file) => ({ name: file.replace(/^.*[\\/]/, ''), bytes: readFileSync(join(folder, file)) })),
        options: existsSync(options) ? JSON.parse(readFileSync(options, 'utf8')) : { timeZone: 'UTC' },
      }
    })
}

describe.each(readdirSync(fixtures).filter((entry) => !entry.startsWith('.')))('%s', (format) => {
  it.each(casesOf(format))('reads $name', ({ expected, files, options }) => {
    const adapter = adapters.find((known) => known.format === format)
    expect(adapter?.format).toBe(format)
    const parsed = JSON.parse(JSON.stringify(adapter?.parse(files, options)))
    if (process.env.GOLDEN === format) writeFileSync(expected, `${JSON.stringify(parsed, null, 2)}\n`)

    expect(parsed).toEqual(JSON.parse(readFileSync(expected, 'utf8')))
    expect(programSchema.parse(parsed.program)).toEqual(parsed.program)
    // A file too broken to be recognised is nobody's; none is ever taken for another format.
    expect([format, undefined]).toContain(findAdapter(files)?.format)
  })
})
