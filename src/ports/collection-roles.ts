import type { RoleThere } from '../domain/access.ts'
import type { Command } from './command.ts'

/** A role that somebody has in a collection, or that all who are in a group have. */
export type GivenRole = {
  holder: { kind: 'account' | 'group'; id: string; name: string }
  role: RoleThere['role']
  givenBy: string
  givenAt: string
}

export type CollectionRoleReader = {
  /** Those that were given in the collection itself, by their holders' names. */
  roles(collection: string): Promise<GivenRole[]>
}

export type CollectionRoleWriter = {
  /** Gives a role, or takes it (null); done twice it is done once. ArchiveError('not-found') without such a collection or holder. */
  giveRole(
    command: Command & { collection: string; holder: string; role: RoleThere['role'] | null },
  ): Promise<void>
}
