import { describe, expect, it } from 'vitest'
import { isLoopback, publicUrl, readEnvironment } from './env'

const least = { DATABASE_URL: 'postgres://localhost/hallway' }

describe('the environment', () => {
  it('needs a database, and has an answer to everything else', () => {
    expect(readEnvironment(least)).toEqual({
      ...least,
      PORT: 3000,
      HOST: '127.0.0.1',
      HALLWAY_DATA: '.data',
      HALLWAY_DEMO: false,
      HALLWAY_WORKER: 'on',
      HALLWAY_FETCH_ALLOW: [],
      HALLWAY_BACKUP_SECRETS: false,
      HALLWAY_OPERATOR: [],
      TRUST_PROXY: 0,
      HALLWAY_DRAIN_SECONDS: 0,
      HALLWAY_DATABASE_POOL: 15,
      OTEL_SERVICE_NAME: 'hallway',
      HALLWAY_S3_REGION: 'us-east-1',
      HALLWAY_S3_PREFIX: '',
      MAIL_FROM: 'Hallway <hallway@localhost>',
      LOG_LEVEL: 'info',
    })
  })

  it('takes an empty variable for none, and passes over those of others', () => {
    const { HALLWAY_URL, SMTP_URL, PORT, ...rest } = readEnvironment({
      ...least,
      HALLWAY_URL: '',
      SMTP_URL: '',
      PORT: '',
      HOME: '/root',
    })
    expect([HALLWAY_URL, SMTP_URL, PORT, 'HOME' in rest]).toEqual([undefined, undefined, 3000, false])
  })

  it('reads numbers, flags and addresses', () => {
    expect(
      readEnvironment({
        ...least,
        PORT: '0',
        HALLWAY_DEMO: '1',
        TRUST_PROXY: '2',
        HALLWAY_URL: 'https://hall.example//',
        HALLWAY_NOW: '2026-03-24T10:00:00+01:00',
        HALLWAY_FETCH_ALLOW: 'Files.lan, 10.0.0.0/8,',
        HALLWAY_OPERATOR: 'Ada@Example.org, 100%_ben@example.org',
      }),
    ).toMatchObject({
      PORT: 0,
      HALLWAY_DEMO: true,
      TRUST_PROXY: 2,
      HALLWAY_URL: 'https://hall.example',
      HALLWAY_NOW: '2026-03-24T10:00:00+01:00',
      HALLWAY_FETCH_ALLOW: ['files.lan', '10.0.0.0/8'],
      HALLWAY_OPERATOR: ['ada@example.org', '100%_ben@example.org'],
    })
  })

  it.each([
    ['DATABASE_URL', ''],
    ['DATABASE_URL', 'mysql://me:secret@db.example/hallway'],
    ['HALLWAY_DATABASE_DIRECT_URL', 'db.example'],
    ['PORT', '70000'],
    ['PORT', 'http'],
    ['TRUST_PROXY', '11'],
    ['HALLWAY_DRAIN_SECONDS', '-1'],
    ['HALLWAY_DATABASE_POOL', '2'],
    ['HALLWAY_METRICS_PORT', 'metrics'],
    ['HALLWAY_METRICS_TOKEN', 'short'],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'collector:4318'],
    ['HALLWAY_URL', 'hall.example'],
    ['HALLWAY_URL', 'ftp://hall.example'],
    ['HALLWAY_DEMO', 'yes'],
    ['HALLWAY_NOW', 'tomorrow'],
    ['HALLWAY_WORKER', 'maybe'],
    ['HALLWAY_INSTANCE_ID', 'a b'],
    ['HALLWAY_FETCH_ALLOW', 'http://files.lan'],
    ['HALLWAY_OPERATOR', 'ada'],
    ['HALLWAY_BACKUP_FOLDER', 'backups'],
    ['HALLWAY_BACKUP_BUCKET', 'backups'],
    ['HALLWAY_FETCH_ALLOW', '10.0.0.0/99'],
    ['HALLWAY_S3_ENDPOINT', 's3.example'],
    ['HALLWAY_S3_BUCKET', 'No'],
    ['HALLWAY_S3_PREFIX', 'a b'],
    ['SMTP_URL', 'https://mail.example'],
    ['NEXTAUTH_SECRET', 'short'],
    ['LOG_LEVEL', 'loud'],
  ])('is refused where %s is %j, by its name', (name, value) => {
    expect(() => readEnvironment({ ...least, [name]: value })).toThrow(
      new RegExp(`^The environment is not usable: ${name} \\(.*\\)\\. See \\.env\\.example\\.$`),
    )
  })

  it.each([
    ['3.5', 'a whole number'],
    ['many', 'a whole number'],
    ['2', 'Too small: expected number to be >=3'],
    ['501', 'Too big: expected number to be <=500'],
  ])('says what is wrong with a number of %s', (number, what) => {
    expect(() => readEnvironment({ ...least, HALLWAY_DATABASE_POOL: number })).toThrow(
      `The environment is not usable: HALLWAY_DATABASE_POOL (${what}). See .env.example.`,
    )
  })

  it('takes a moment of a test’s on this machine alone', () => {
    const moment = { HALLWAY_NOW: '2026-03-24T10:00:00+01:00' }
    expect(() => readEnvironment({ ...least, ...moment, HOST: '0.0.0.0' })).toThrow(
      'The environment is not usable: HALLWAY_NOW (for tests alone: refused with HOST=0.0.0.0, which others reach).',
    )
  })

  it('needs all of an S3 server, or nothing', () => {
    const [endpoint, rest] = [
      { HALLWAY_S3_ENDPOINT: 'https://s3.example/' },
      { HALLWAY_S3_BUCKET: 'photos', HALLWAY_S3_ACCESS_KEY_ID: 'id', HALLWAY_S3_SECRET_ACCESS_KEY: 'secret' },
    ]
    expect(readEnvironment({ ...least, ...endpoint, ...rest }).HALLWAY_S3_ENDPOINT).toBe('https://s3.example')
    for (const some of [endpoint, rest])
      expect(() => readEnvironment({ ...least, ...some })).toThrow(/an S3 server also needs HALLWAY_S3_/)
  })

  it('is told of everything that is wrong at once', () => {
    expect(() => readEnvironment({ PORT: 'x', LOG_LEVEL: 'loud' })).toThrow(/DATABASE_URL.*; PORT.*; LOG_LEVEL/)
  })
})

it('is reachable from this machine alone at its own addresses', () => {
  expect(['localhost', '::1', '127.0.0.1', '127.9.9.9', '0.0.0.0', '::', '10.0.0.1'].map(isLoopback)).toEqual([
    true,
    true,
    true,
    true,
    false,
    false,
    false,
  ])
})

it('has links to where visitors come, or to this machine', () => {
  expect([
    publicUrl({ HALLWAY_URL: 'https://hall.example', PORT: 1 }),
    publicUrl({ HALLWAY_URL: undefined, PORT: 81 }),
  ]).toEqual(['https://hall.example', 'http://localhost:81'])
})
