import { resolve } from 'node:path'
import type { Config } from './config.ts'
import { areApart } from './disk/apart.ts'
import { diskBackupFolder } from './disk/backup-folder.ts'
import { copyOriginal } from './disk/copy-original.ts'
import { diagnoseHome } from './disk/diagnose-home.ts'
import { diskFileStore } from './disk/file-store.ts'
import { diskRestoring } from './disk/restoring.ts'
import { diagnoseAddress } from './domain/diagnosis.ts'
import { invalid } from './domain/errors.ts'
import { sqliteAccountReader } from './sqlite/account-reader.ts'
import { lockArchive, lockBackup } from './sqlite/archive-lock.ts'
import { sqliteAuditReader } from './sqlite/audit-reader.ts'
import { openCopiedCatalogue, sqliteLiveCatalogue } from './sqlite/catalogue-copy.ts'
import { sqliteChecks } from './sqlite/checks.ts'
import { catalogueIn } from './sqlite/damaged-log.ts'
import { diagnoseCatalogue } from './sqlite/diagnose-catalogue.ts'
import { expectCatalogue, openForReading } from './sqlite/open-database.ts'
import { sqliteTokenReader } from './sqlite/token-store.ts'
import { diagnoseTools } from './tools/diagnose-tools.ts'
import { clock } from './tools/ids.ts'
import { recogniser } from './tools/recognise/recogniser.ts'

/** Opens what a check of the archive needs; nothing is written but a damaged log put aside, and a server may go on meanwhile. */
export function openVerifier(config: Config) {
  const db = openForReading(catalogueIn(config.home))
  return {
    deps: { checks: sqliteChecks(db), files: diskFileStore(config.home), copyOriginal },
    close: () => void db.close(),
  }
}

/** A backup by itself, to be looked at. */
export function openBackup(config: Config, where: string) {
  const folder = resolve(where)
  if (!areApart(folder, config.home))
    throw invalid(
      'where',
      `${folder} and the archive in ${config.home} lie within one another: name a folder elsewhere, best on another disk.`,
    )
  return {
    backup: diskBackupFolder(folder, () => lockBackup(folder)),
    openCopy: openCopiedCatalogue,
    copyOriginal,
  }
}

/** Opens what a backup is made with, beside a server. ArchiveError('not-found') where there is no archive. */
export function openBackingUp(config: Config, where: string) {
  const db = openForReading(catalogueIn(config.home))
  return {
    deps: {
      ...openBackup(config, where),
      catalogue: sqliteLiveCatalogue(db),
      files: diskFileStore(config.home),
      clock,
    },
    close: () => void db.close(),
  }
}

/** Opens what a restore needs; it makes nothing before it is known that there is what to restore. */
export function openRestoring(config: Config, where: string) {
  const restoring = diskRestoring(config.home, () => lockArchive(config.home))
  return { ...openBackup(config, where), restoring }
}

/**
 * What a doctor looks at, one after another; nothing is written but a damaged log put aside. ArchiveError('not-found') where there
 * is no archive.
 */
export function openLooks(config: Config) {
  const catalogue = catalogueIn(config.home)
  expectCatalogue(catalogue)
  return [
    async () => {
      const engines = recogniser(config.recognition)
      try {
        return await diagnoseTools(engines)
      } finally {
        await engines.close()
      }
    },
    () => diagnoseHome(config.home),
    () => diagnoseCatalogue(catalogue, Date.now()),
    () => [diagnoseAddress(config.baseUrl, config.host)],
  ]
}

/** Opens what is known of people and of what they did. ArchiveError('not-found') where there is no archive. */
export function openRecords(config: Config) {
  const db = openForReading(catalogueIn(config.home))
  const stores = {
    tokens: sqliteTokenReader(db),
    accounts: sqliteAccountReader(db),
    audit: sqliteAuditReader(db),
  }
  return { ...stores, close: () => void db.close() }
}
