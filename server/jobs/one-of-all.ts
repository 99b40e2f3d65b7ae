import pg from 'pg'

/** Ours alone: the one for migrations is 4255929. */
const KEY = 4_255_930
// Nobody says goodbye where a machine is gone or a network is cut: we give up, and so does the server.
const PATIENCE = { connectionTimeoutMillis: 10_000, query_timeout: 10_000, keepAlive: true } as const
const GIVE_UP = 'SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3'

/**
 * Which of all processes of a database does what one of them is to do: the one that holds a lock, on a connection of
 * its own, for as long as that stands. Asking writes nothing. Where two believe it for some seconds, because a network
 * was cut, both do it: what is done so takes its rows.
 */
export class OneOfAll {
  private client: pg.Client | undefined
  private holds = false
  private asking: Promise<boolean> | undefined

  /** @param url the database itself, no pooler of connections */
  constructor(private readonly url: string) {}

  /** Is it this process? Takes the place where it is free; false where the database does not answer. */
  isUs(): Promise<boolean> {
    return (this.asking ??= this.ask().finally(() => (this.asking = undefined)))
  }

  /** Another may take the place. */
  async close(): Promise<void> {
    await this.asking
    await this.client?.end().catch(() => undefined)
  }

  private async ask(): Promise<boolean> {
    try {
      const client = (this.client ??= await this.connect())
      // A server that is a copy of another one hands out locks as well.
      const taking = this.holds ? 'true' : `pg_try_advisory_lock(${KEY})`
      const { rows } = await client.query<{ us: boolean }>(
        `SELECT CASE WHEN pg_is_in_recovery() THEN false ELSE ${taking} END AS us`,
      )
      this.holds = rows[0]?.us === true
    } catch {
      this.letGo()
    }
    return this.holds
  }

  private async connect(): Promise<pg.Client> {
    const client = new pg.Client({ ...PATIENCE, connectionString: this.url, application_name: 'hallway-one-of-all' })
    // An error is followed by the end.
    client.on('error', () => undefined)
    client.once('end', () => client === this.client && this.letGo())
    await client.connect()
    await client.query(GIVE_UP)
    return client
  }

  private letGo(): void {
    const client = this.client
    this.client = undefined
    this.holds = false
    void client?.end().catch(() => undefined)
  }
}
