import { ArchiveError, notFound } from '../domain/errors.ts'
import type { Group, Member } from '../domain/people/group.ts'
import type { GroupReader, GroupWriter } from '../ports/groups.ts'
import { eventLog } from './event-log.ts'
import type { Connection } from './open-database.ts'
import { refuseStale, transactions } from './transact.ts'

const columns = 'g.id, g.name, g.created_at as createdAt, g.updated_at as updatedAt, g.version'

/** The groups of an account as JSON, for who it is; `account` is an expression. */
export const groupsOf = (account: string): string =>
  `(select json_group_array(m.person_group) from group_member m where m.account = ${account})`

/** Groups of people, read. */
export function sqliteGroupReader(db: Connection): GroupReader {
  const all = db.prepare<[], Group & { members: number }>(`
    select ${columns}, (select count(*) from group_member m where m.person_group = g.id) as members
    from person_group g order by g.name`)
  const byId = db.prepare<[string], Group>(`select ${columns} from person_group g where g.id = ?`)
  const members = db.prepare<[string], Member>(`
    select a.id, a.name, a.login from group_member m join account a on a.id = m.account
    where m.person_group = ? order by a.name`)
  const ofAccount = db.prepare<[string], Pick<Group, 'id' | 'name'>>(`
    select g.id, g.name from group_member m join person_group g on g.id = m.person_group where m.account = ? order by g.name`)
  return {
    async list() {
      return all.all()
    },
    async of(account) {
      return ofAccount.all(account)
    },
    async find(id) {
      const group = byId.get(id)
      return group ? { ...group, members: members.all(id) } : null
    },
  }
}

/** Groups of people, written. */
export function sqliteGroupWriter(db: Connection): GroupWriter {
  const transact = transactions(db)
  const record = eventLog(db)
  const byId = db.prepare<[string], Group>(`select ${columns} from person_group g where g.id = ?`)
  const named = db.prepare<[string], string>('select id from person_group where name = ?').pluck()
  const insert = db.prepare(
    'insert into person_group (id, name, created_at, updated_at) values (:id, :name, :at, :at)',
  )
  const rename = db.prepare(
    'update person_group set name = :name, updated_at = :at, version = version + 1 where id = :id',
  )
  const documents = db
    .prepare<[string], number>('select count(*) from document where restricted_to = ?')
    .pluck()
  const pages = db.prepare<[string], number>('select count(*) from page where restricted_to = ?').pluck()
  const collections = db
    .prepare<[string], number>('select count(*) from collection where restricted_to = ?')
    .pluck()
  const notes = db
    .prepare<[string], number>('select count(*) from annotation where restricted_to = ?')
    .pluck()
  const empty = db.prepare('delete from group_member where person_group = ?')
  const forgetRoles = db.prepare('delete from collection_role where person_group = ?')
  const remove = db.prepare('delete from person_group where id = ?')
  const account = db.prepare<[string], string>('select id from account where id = ?').pluck()
  const takeIn = db.prepare(
    'insert into group_member (person_group, account) values (:id, :account) on conflict do nothing',
  )
  const takeOut = db.prepare('delete from group_member where person_group = :id and account = :account')

  const standing = (id: string): Group => {
    const group = byId.get(id)
    if (group) return group
    throw notFound('group')
  }
  const refuseTaken = (name: string, id: string) => {
    const other = named.get(name)
    if (other !== undefined && other !== id)
      throw new ArchiveError('conflict', `There is a group "${name}" already: choose another name.`)
  }
  const subject = (id: string) => ({ type: 'group', id })

  return {
    async add(command) {
      return transact(command, () => {
        const { id, name, at } = command
        refuseTaken(name, id)
        insert.run({ id, name, at })
        record({ ...command, verb: 'add-group', subject: subject(id), after: { name } })
        return standing(id)
      })
    },
    async rename(command) {
      return transact(command, () => {
        const { id, name, at } = command
        const before = standing(id)
        refuseStale(command, before.version)
        refuseTaken(name, id)
        rename.run({ id, name, at })
        record({
          ...command,
          verb: 'rename-group',
          subject: subject(id),
          before: { name: before.name },
          after: { name },
        })
        return standing(id)
      })
    },
    async remove(command) {
      transact(command, () => {
        const { id } = command
        const { name } = standing(id)
        for (const [what, statement] of Object.entries({
          document: documents,
          collection: collections,
          page: pages,
          annotation: notes,
        })) {
          const count = statement.get(id) ?? 0
          if (count > 0)
            throw new ArchiveError(
              'conflict',
              `${count} ${what}(s) are for this group: say first who is to see them.`,
            )
        }
        empty.run(id)
        forgetRoles.run(id)
        remove.run(id)
        record({ ...command, verb: 'remove-group', subject: subject(id), before: { name } })
      })
    },
    async setMember(command) {
      transact(command, () => {
        const { id, account: whom, isIn } = command
        standing(id)
        if (account.get(whom) === undefined) throw notFound('account')
        const { changes } = (isIn ? takeIn : takeOut).run({ id, account: whom })
        if (changes === 0) return
        const verb = isIn ? 'add-member' : 'remove-member'
        record({ ...command, verb, subject: subject(id), after: { account: whom } })
      })
    },
  }
}
