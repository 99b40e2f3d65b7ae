import { chmodSync, existsSync, mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { startPostgres } from './database/embedded-postgres.mjs'
import { neutralEnvironment } from './database/throw-away-postgres.mjs'
import { root, runProgram } from './programs.mjs'

it.each([
  ['operator/operator', [], 'Nothing can be said'],
  ['operator/operator', ['zoe@example.org'], 'Nobody was appointed'],
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

const NO_BACKUP = 'it is no backup of Hallway, or was cut short.'

it.each([
  [[], 'Name the file of a backup.'],
  [['none.tar.gz'], `Nothing was restored: there is no file ${join(root, 'none.tar.gz')}.`],
  [['none.tar.gz', '--bogus'], 'There is no option --bogus. There are --check, --replace, --conference, --as.'],
  [['package.json', '--check'], `Nothing was restored: ${join(root, 'package.json')} cannot be read: ${NO_BACKUP}`],
])(
  'restore %j makes nothing before it says what is wrong',
  async (words, wrong) => {
    const data = join(mkdtempSync(join(tmpdir(), 'hallway-typo-')), 'typo')
    const { ok, output } = await runProgram(process.execPath, ['scripts/backup/restore.mjs', ...words], {
      env: { ...neutralEnvironment(), HALLWAY_DATA: data, INIT_CWD: root },
    })
    expect([ok, output.split('\n')[0], existsSync(data)]).toEqual([false, wrong, false])
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

it('asks a server that runs over a disk that takes a name and nothing in it, and leaves nothing there', async () => {
  const data = mkdtempSync(join(tmpdir(), 'hallway-full-'))
  chmodSync(data, 0o755)
  const server = await startPostgres({ folder: data })
  const env = { ...neutralEnvironment(), HALLWAY_DATA: data }
  const operator = [process.execPath, 'scripts/operator/operator.mjs'] as const
  try {
    expect(await runProgram(operator[0], [operator[1]], { env })).toMatchObject({ ok: true })
    // No file may have any content, as on a full disk.
    const { ok, output } = await runProgram('/bin/sh', ['-c', 'ulimit -f 0; exec "$@"', 'sh', ...operator], { env })
    expect([ok, output]).toEqual([true, 'Nobody runs this installation: whoever signs in first will.\n'])
    expect(readdirSync(data).sort()).toEqual(['pg18', 'pg18.log', 'pg18.users', 'postgres-password'])
  } finally {
    await server.stop()
  }
}, 120_000)
