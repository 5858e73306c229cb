import { documentStoreContract } from '../contract/document-store.ts'
import { idempotencyContract } from '../contract/idempotency.ts'
import { openSqlite } from './open.ts'

const open = async () => openSqlite()

documentStoreContract(open)
idempotencyContract(open)
