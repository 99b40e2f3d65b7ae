/** What others who run a conference call somebody: by their name, else by their address without its host. */
export function calledOf({ name, email }: { name: string | null; email: string }): string {
  return name?.trim() || email.slice(0, Math.max(0, email.indexOf('@'))) || email
}
