import { lesser, type Role, type RoleThere } from '../domain/access.ts'
import { notFound } from '../domain/errors.ts'
import type { CollectionRoleReader, CollectionRoleWriter, GivenRole } from '../ports/collection-roles.ts'
import { eventLog } from './event-log.ts'
import type { Connection } from './open-database.ts'
import { transactions } from './transact.ts'

/** The roles in collections of an account, and of the groups it is in, as JSON, for who it is; `account` is an expression. */
export const rolesThereOf = (account: string): string => `(
  select json_group_array(json_object('collection', k.id, 'role', r.role))
  from collection_role r join collection k on k.key = r.collection
  where r.account = ${account}
    or r.person_group in (select person_group from group_member where account = ${account}))`

/** Of roles in collections those that a token lets its account have, which may do no more than the token's own role. */
export const asFarAs = (token: Role | null, there: readonly RoleThere[]): RoleThere[] =>
  there.filter(({ role }) => token === null || lesser(token, role) === role)

type Row = Omit<GivenRole, 'holder'> & { kind: GivenRole['holder']['kind']; id: string; name: string }

/** Roles in collections, read. */
export function sqliteCollectionRoleReader(db: Connection): CollectionRoleReader {
  const of = db.prepare<[string], Row>(`
    select iif(r.account is null, 'group', 'account') as kind, coalesce(a.id, g.id) as id,
      coalesce(a.name, g.name) as name, r.role, r.given_by as givenBy, r.given_at as givenAt
    from collection k join collection_role r on r.collection = k.key
    left join account a on a.id = r.account left join person_group g on g.id = r.person_group
    where k.id = ? order by name, id`)
  return {
    async roles(collection) {
      return of
        .all(collection)
        .map(({ kind, id, name, ...given }) => ({ ...given, holder: { kind, id, name } }))
    },
  }
}

/** Roles in collections, written. */
export function sqliteCollectionRoleWriter(db: Connection): CollectionRoleWriter {
  const transact = transactions(db)
  const record = eventLog(db)
  const keyOf = db.prepare<[string], number>('select key from collection where id = ?').pluck()
  const kindOf = db
    .prepare<{ id: string }, 'account' | 'person_group'>(`
      select 'account' from account where id = :id union select 'person_group' from person_group where id = :id`)
    .pluck()
  const statements = {
    account: prepared('account'),
    person_group: prepared('person_group'),
  }
  function prepared(column: 'account' | 'person_group') {
    return {
      before: db
        .prepare<[number, string], string>(
          `select role from collection_role where collection = ? and ${column} = ?`,
        )
        .pluck(),
      take: db.prepare(`delete from collection_role where collection = ? and ${column} = ?`),
      give: db.prepare(`
        insert into collection_role (collection, ${column}, role, given_by, given_at)
        values (:collection, :holder, :role, :actor, :at)`),
    }
  }

  return {
    async giveRole(command) {
      transact(command, () => {
        const { collection, holder, role, actor, at } = command
        const key = keyOf.get(collection)
        if (key === undefined) throw notFound('collection')
        const kind = kindOf.get({ id: holder })
        if (kind === undefined) throw notFound('account or group')
        const { before, take, give } = statements[kind]
        const had = before.get(key, holder) ?? null
        if (had === role) return
        take.run(key, holder)
        if (role !== null) give.run({ collection: key, holder, role, actor, at })
        const subject = { type: 'collection', id: collection }
        const verb = role === null ? 'take-role' : 'give-role'
        record({ ...command, verb, subject, before: { holder, role: had }, after: { holder, role } })
      })
    },
  }
}
