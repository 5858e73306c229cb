import { accountStoreContract } from '../contract/account-store.ts'
import { annotationStoreContract } from '../contract/annotation-store.ts'
import { authorityStoreContract } from '../contract/authority-store.ts'
import { batchStoreContract } from '../contract/batch-store.ts'
import { canvasStoreContract } from '../contract/canvas-store.ts'
import { claimStoreContract } from '../contract/claim-store.ts'
import { collectionStoreContract } from '../contract/collection-store.ts'
import { documentStoreContract } from '../contract/document-store.ts'
import { groupStoreContract } from '../contract/group-store.ts'
import { historyContract } from '../contract/history.ts'
import { idempotencyContract } from '../contract/idempotency.ts'
import { importStoreContract } from '../contract/import-store.ts'
import { jobStoreContract } from '../contract/job-store.ts'
import { pageImageStoreContract } from '../contract/page-image-store.ts'
import { pageMatchingContract } from '../contract/page-matching.ts'
import { pageWorkContract } from '../contract/page-work-store.ts'
import { recognitionStoreContract } from '../contract/recognition-store.ts'
import { searchIndexContract } from '../contract/search-index.ts'
import { sessionStoreContract } from '../contract/session-store.ts'
import { shownPagesContract } from '../contract/shown-pages.ts'
import { sourceStoreContract } from '../contract/source-store.ts'
import { textStoreContract } from '../contract/text-store.ts'
import { tokenStoreContract } from '../contract/token-store.ts'
import { witnessStoreContract } from '../contract/witness-store.ts'
import { openSqlite } from './open.ts'

const open = async () => openSqlite()

documentStoreContract(open)
claimStoreContract(open)
authorityStoreContract(open)
sourceStoreContract(open)
collectionStoreContract(open)
witnessStoreContract(open)
historyContract(open)
textStoreContract(open)
pageMatchingContract(open)
pageWorkContract(open)
canvasStoreContract(open)
importStoreContract(open)
batchStoreContract(open)
jobStoreContract(open)
pageImageStoreContract(open)
recognitionStoreContract(open)
annotationStoreContract(open)
tokenStoreContract(open)
accountStoreContract(open)
sessionStoreContract(open)
groupStoreContract(open)
idempotencyContract(open)
searchIndexContract(open)
shownPagesContract(open)
