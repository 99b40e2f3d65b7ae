/** What a person's database is called; null: a guest's. */
export function databaseName(person: string | null): string {
  return person ? `hallway-${person}` : 'hallway-guest'
}
