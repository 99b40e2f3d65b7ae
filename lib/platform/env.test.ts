import { describe, expect, it } from 'vitest'
import { publicUrl, readEnvironment } from './env'
import { isLoopback } from './environment/loopback'

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

  const complaintOf = (variables: Record<string, string>) => {
    try {
      readEnvironment({ ...least, ...variables })
      return null
    } catch (error) {
      return error instanceof Error && error.message
    }
  }
  const AT = 'The environment is not usable, see .env.example:'

  it.each([
    [
      'DATABASE_URL',
      '',
      'is missing: it names the database, such as postgresql://user:password@localhost:5432/hallway',
    ],
    ['DATABASE_URL', 'mysql://me:secret@db.example/hallway', 'has to be an address that begins with postgresql://'],
    ['HALLWAY_DATABASE_DIRECT_URL', 'db.example', 'has to be an address that begins with postgresql://'],
    ['PORT', '70000', 'has to be a whole number from 0 to 65535'],
    ['PORT', 'http', 'has to be a whole number from 0 to 65535'],
    ['TRUST_PROXY', '-1.5', 'has to be a whole number from 0 to 10'],
    ['HALLWAY_DRAIN_SECONDS', '-1', 'has to be a whole number from 0 to 120'],
    ['HALLWAY_DATABASE_POOL', '2', 'has to be a whole number from 3 to 500'],
    ['HALLWAY_METRICS_PORT', '0', 'has to be a whole number from 1 to 65535'],
    ['HALLWAY_METRICS_PORT', '3000', 'has to be another port than PORT, which is 3000, too'],
    ['HALLWAY_METRICS_TOKEN', 'short', 'has to have 16 characters or more'],
    [
      'OTEL_EXPORTER_OTLP_ENDPOINT',
      'collector:4318',
      'has to be an address that begins with http:// or https://, such as http://collector:4318',
    ],
    [
      'HALLWAY_URL',
      'hall.example',
      'has to be an address that begins with http:// or https://, such as https://hallway.example.org',
    ],
    [
      'HALLWAY_URL',
      'ftp://hall.example',
      'has to be an address that begins with http:// or https://, such as https://hallway.example.org',
    ],
    ['HALLWAY_URL', 'https://example.org/hall', 'has to end with the host or its port: Hallway is under no path'],
    ['HALLWAY_DEMO', 'yes', 'has to be 0 or 1'],
    ['HALLWAY_NOW', 'tomorrow', 'has to be a moment such as 2027-05-11T09:00:00+02:00'],
    ['HALLWAY_WORKER', 'maybe', 'has to be on or off'],
    ['HALLWAY_INSTANCE_ID', 'a b', 'has to be a word of letters, digits and dashes, which never changes'],
    [
      'HALLWAY_FETCH_ALLOW',
      'http://files.lan',
      'has to be hosts, addresses or ranges such as 10.0.0.0/8, with commas between',
    ],
    ['HALLWAY_OPERATOR', 'ada', 'has to be e-mail addresses, with commas between'],
    ['HALLWAY_BACKUP_FOLDER', 'backups', 'has to be a whole path, from the root of the disk'],
    ['HALLWAY_BACKUP_BUCKET', 'backups', 'needs HALLWAY_S3_ENDPOINT and what goes with it'],
    [
      'HALLWAY_BACKUP_SECRETS',
      '1',
      'needs HALLWAY_BACKUP_FOLDER or HALLWAY_BACKUP_BUCKET: no backup is made at night without',
    ],
    ['HALLWAY_S3_REGION', 'a b', 'has to be a word such as eu-central-1'],
    ['HALLWAY_S3_PREFIX', 'a b', 'has to be a path of letters, digits, dots and dashes'],
    ['SMTP_URL', 'https://localhost', 'has to be such as smtps://user:password@mail.example.org'],
    ['SMTP_URL', 'smtp://', 'has to be such as smtps://user:password@mail.example.org'],
    ['SMTP_URL', 'smtp://ada@localhost', 'names a user without a password: smtps://user:password@mail.example.org'],
    ['MAIL_FROM', 'Hallway', 'has to be such as Hallway <hallway@example.org>'],
    ['NEXTAUTH_SECRET', 'short', 'has to have 32 characters or more'],
    ['LOG_LEVEL', 'loud', 'has to be debug, info, warn, error or silent'],
  ])('is refused where %s is %j, by its name', (name, value, complaint) => {
    expect(complaintOf({ [name]: value })).toBe(`${AT} ${name} ${complaint}.`)
  })

  it.each([
    [{ GITHUB_ID: 'id' }, 'GITHUB_SECRET is missing: GITHUB_ID needs it.'],
    [{ GOOGLE_SECRET: 's' }, 'GOOGLE_ID is missing: GOOGLE_SECRET needs it.'],
    [
      { SMTP_URL: 'smtp://mail.example' },
      'MAIL_FROM is missing: SMTP_URL needs it, such as Hallway <hallway@example.org>.',
    ],
    [
      { PORT: '4000', HALLWAY_METRICS_PORT: '4000' },
      'HALLWAY_METRICS_PORT has to be another port than PORT, which is 4000, too.',
    ],
    [
      { HALLWAY_NOW: '2026-03-24T10:00:00+01:00', HOST: '0.0.0.0' },
      'HALLWAY_NOW is for tests alone, and refused with HOST=0.0.0.0, which others reach.',
    ],
  ])('is refused where there is but half of what belongs together: %j', (variables, complaint) => {
    expect(complaintOf(variables)).toBe(`${AT} ${complaint}`)
  })

  it.each<Record<string, string>>([
    { GITHUB_ID: 'id', GITHUB_SECRET: 's', GOOGLE_ID: '', GOOGLE_SECRET: '' },
    { SMTP_URL: 'smtp://127.0.0.1:1025' },
    { SMTP_URL: 'smtps://user:password@mail.example', MAIL_FROM: 'hallway@example.org' },
    { PORT: '4000', HALLWAY_METRICS_PORT: '3000' },
    { HALLWAY_BACKUP_SECRETS: '1', HALLWAY_BACKUP_FOLDER: '/backups' },
    { HALLWAY_URL: 'http://[fd00::1]:8080/' },
  ])('is usable with %j', (variables) => {
    expect(complaintOf(variables)).toBeNull()
  })

  it('needs all of an S3 server, or nothing', () => {
    const [endpoint, rest] = [
      { HALLWAY_S3_ENDPOINT: 'https://s3.example/' },
      { HALLWAY_S3_BUCKET: 'photos', HALLWAY_S3_ACCESS_KEY_ID: 'id', HALLWAY_S3_SECRET_ACCESS_KEY: 'secret' },
    ]
    expect(readEnvironment({ ...least, ...endpoint, ...rest }).HALLWAY_S3_ENDPOINT).toBe('https://s3.example')
    expect([complaintOf(endpoint), complaintOf(rest)]).toEqual([
      `${AT}
- HALLWAY_S3_BUCKET is missing: HALLWAY_S3_ENDPOINT needs it.
- HALLWAY_S3_ACCESS_KEY_ID is missing: HALLWAY_S3_ENDPOINT needs it.
- HALLWAY_S3_SECRET_ACCESS_KEY is missing: HALLWAY_S3_ENDPOINT needs it.`,
      `${AT} HALLWAY_S3_ENDPOINT is missing: HALLWAY_S3_BUCKET needs it.`,
    ])
  })

  it('is told of everything that is wrong at once, a sentence a variable', () => {
    expect(complaintOf({ DATABASE_URL: '', PORT: '-1.5', LOG_LEVEL: 'loud', GITHUB_ID: 'id' })).toBe(`${AT}
- DATABASE_URL is missing: it names the database, such as postgresql://user:password@localhost:5432/hallway.
- PORT has to be a whole number from 0 to 65535.
- LOG_LEVEL has to be debug, info, warn, error or silent.
- GITHUB_SECRET is missing: GITHUB_ID needs it.`)
  })
})

it('is reachable from this machine alone at its own addresses', () => {
  expect(['localhost', '::1', '[::1]', '127.0.0.1', '127.9.9.9', '0.0.0.0', '::', '10.0.0.1'].map(isLoopback)).toEqual([
    true,
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
