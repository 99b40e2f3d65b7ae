/** Gives the name of a person's database in the browser. @param person their id; null: the guest */
export function databaseName(person: string | null): string {
  return person ? `hallway-${person}` : 'hallway-guest'
}
