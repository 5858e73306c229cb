import type { Group, Member } from '../domain/people/group.ts'
import type { Command } from './command.ts'

export type GroupReader = {
  /** All groups, by their names. */
  list(): Promise<(Group & { members: number })[]>
  /** Those that an account is in, by their names. */
  of(account: string): Promise<Pick<Group, 'id' | 'name'>[]>
  find(id: string): Promise<(Group & { members: Member[] }) | null>
}

export type GroupWriter = {
  /** ArchiveError('conflict') where another has the name. */
  add(command: Command & { id: string; name: string }): Promise<Group>
  /** ArchiveError('not-found'), ArchiveError('conflict') where another has the name. */
  rename(command: Command & { id: string; name: string }): Promise<Group>
  /** ArchiveError('conflict') while documents, pages or annotations are for it. */
  remove(command: Command & { id: string }): Promise<void>
  /** Takes an account in, or out; done twice it is done once. ArchiveError('not-found') without such a group or account. */
  setMember(command: Command & { id: string; account: string; isIn: boolean }): Promise<void>
}
