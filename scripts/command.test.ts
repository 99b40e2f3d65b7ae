import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { neutralEnvironment } from './database/throw-away-postgres.mjs'
import { runProgram } from './programs.mjs'

it.each([
  ['operator/operator', [], 'Nobody was appointed'],
  ['backup/backup', ['backup.tar.gz'], 'Nothing was backed up'],
  ['backup/restore', ['backup.tar.gz', '--conference', 'kubecon'], 'Nothing was restored'],
])(
  '%s begins no installation where the data folder is mistyped',
  async (script, words, failure) => {
    const data = join(mkdtempSync(join(tmpdir(), 'hallway-typo-')), 'typo')
    const { ok, output } = await runProgram(process.execPath, [`scripts/${script}.mjs`, ...words], {
      env: { ...neutralEnvironment(), HALLWAY_DATA: data },
    })
    expect([ok, output.trim().split('\n').at(-1), existsSync(data)]).toEqual([
      false,
      `${failure}: There is no Hallway in ${data}: HALLWAY_DATA names its data folder, DATABASE_URL a database ` +
        'elsewhere.',
      false,
    ])
  },
  60_000,
)

it.each([
  ['operator/operator', 'Nobody was appointed'],
  ['backup/backup', 'Nothing was backed up'],
  ['backup/restore', 'Nothing was restored'],
  ['import', 'Nothing was imported'],
])(
  '%s looks at the environment before it touches anything',
  async (script, failure) => {
    const data = join(mkdtempSync(join(tmpdir(), 'hallway-wrong-')), 'data')
    const { ok, output } = await runProgram(process.execPath, [`scripts/${script}.mjs`, 'file.tar.gz'], {
      env: { ...neutralEnvironment(), HALLWAY_DATA: data, TRUST_PROXY: 'yes', GOOGLE_ID: 'id' },
    })
    expect([ok, output.trim().split('\n').slice(-3), existsSync(data)]).toEqual([
      false,
      [
        `${failure}: The environment is not usable, see .env.example:`,
        '- TRUST_PROXY has to be a whole number from 0 to 10.',
        '- GOOGLE_SECRET is missing: GOOGLE_ID needs it.',
      ],
      false,
    ])
  },
  60_000,
)
