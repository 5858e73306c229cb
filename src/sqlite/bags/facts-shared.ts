import type { Fact } from './fact.ts'

const shared = { ofNone: 'true' }

/** Facts that documents share. */
export const factsShared: readonly Fact[] = [
  {
    record: 'authority',
    table: 'authority',
    order: 'key',
    ...shared,
    columns: {
      number: 'key version merged_into',
      text: 'id type kind created_by created_at updated_at merged_at',
    },
    made: { label: "''", view: "'{}'" },
  },
  {
    record: 'undone-merge',
    table: 'undone_merge',
    order: 'authority, merged_at, undone_at',
    ...shared,
    columns: { number: 'authority merged_into', text: 'merged_at undone_at' },
  },
  {
    record: 'source',
    table: 'source',
    order: 'key',
    ...shared,
    columns: { number: 'key version document', text: 'id created_by created_at updated_at', json: 'csl' },
    made: { folded: "''" },
  },
  {
    record: 'collection',
    table: 'collection',
    order: 'key',
    ...shared,
    columns: {
      number: 'key version parent',
      text: 'id level reference_code title visibility restricted_to embargo_until created_by created_at updated_at',
      json: 'elements',
    },
    made: { audience: "'public'" },
  },
  {
    record: 'account',
    table: 'account',
    order: 'id',
    ...shared,
    columns: {
      text: 'id login name role issuer subject disabled_at created_at updated_at',
      number: 'version',
    },
    made: { password: null },
  },
  {
    record: 'group',
    table: 'person_group',
    order: 'id',
    ...shared,
    columns: { text: 'id name created_at updated_at', number: 'version' },
  },
  {
    record: 'group-member',
    table: 'group_member',
    order: 'person_group, account',
    ...shared,
    columns: { text: 'person_group account' },
  },
  {
    record: 'collection-role',
    table: 'collection_role',
    order: 'collection, account, person_group',
    ...shared,
    columns: { number: 'collection', text: 'account person_group role given_by given_at' },
  },
  {
    record: 'token',
    table: 'token',
    order: 'id',
    ...shared,
    columns: { text: 'id name role account created_at revoked_at expires_at' },
    // Of nothing, so that nobody holds what it is of.
    made: { digest: 'randomblob(32)' },
  },
  {
    record: 'seal',
    table: 'seal',
    order: 'seq',
    ...shared,
    columns: { number: 'seq events claims revisions files', text: 'at signer', bytes: 'digest signature' },
  },
  {
    record: 'seal-signer',
    table: 'seal_signer',
    order: 'id',
    ...shared,
    columns: { text: 'id public_key first_used_at' },
  },
  {
    record: 'job',
    table: 'job',
    order: 'key',
    // Of a job that pictured pages only the images are left, which are made again by another.
    ofNone: "not (kind = 'picture' and state = 'done')",
    columns: {
      number: 'key priority document file parent batch done total attempts version',
      text: 'id kind state run_after message error created_at started_at finished_at',
    },
    made: { lease_token: null, lease_until: null },
  },
  {
    record: 'import',
    table: 'import',
    order: 'key',
    ...shared,
    columns: {
      number: 'key job dry_run keep_unknown at_row added known refused would_add',
      text: 'id sha256 name format assumed created_by created_at finished_at',
    },
  },
  {
    record: 'import-row',
    table: 'import_row',
    order: 'import, number',
    ...shared,
    columns: { number: 'import number', text: 'outcome row_key document', json: 'remarks' },
  },
  {
    record: 'import-key',
    table: 'import_key',
    order: 'row_key',
    ...shared,
    columns: { text: 'row_key document' },
  },
  {
    record: 'batch',
    table: 'batch',
    order: 'key',
    ...shared,
    columns: {
      number: 'key job skip_known round',
      text: 'id source known_as name phase grouping created_by created_at changed_at',
      json: 'cells manifest groupings',
    },
  },
  {
    record: 'batch-document',
    table: 'batch_document',
    order: 'key',
    ...shared,
    columns: { number: 'key batch', text: 'name title document', json: 'cells' },
  },
  {
    record: 'batch-file',
    table: 'batch_file',
    order: 'key',
    ...shared,
    columns: {
      number: 'key batch part position bytes changed file round',
      text: 'path spelt role sha256 state says',
    },
  },
  {
    record: 'upload',
    table: 'upload',
    order: 'key',
    ofNone: 'sha256 is not null',
    made: { received: null },
    columns: {
      number: 'key batch bytes',
      text: 'id name path sha256 created_by created_at expires_at finished_at',
      json: 'metadata',
    },
  },
]
