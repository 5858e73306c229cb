import { createRequire } from 'node:module'
import { Command, CommanderError, InvalidArgumentError } from 'commander'
import { pino } from 'pino'
import { openArchive, openReindexer, withoutArchive } from './app.ts'
import { openBagging, openBags, openImportingBags } from './app-bags.ts'
import {
  openBackingUp,
  openBackup,
  openLooks,
  openRecords,
  openRestoring,
  openVerifier,
} from './app-keeping.ts'
import { openSearch } from './app-search.ts'
import { add } from './cli/add.ts'
import { audit } from './cli/audit.ts'
import { backup, listBackup, verifyBackupThere } from './cli/backup.ts'
import { bags } from './cli/bags.ts'
import { doctor } from './cli/doctor.ts'
import { importTable } from './cli/import.ts'
import { rederive } from './cli/rederive.ts'
import { reindex } from './cli/reindex.ts'
import { restore } from './cli/restore.ts'
import { search } from './cli/search.ts'
import { sentenceOf } from './cli/sentence-of.ts'
import { token } from './cli/token.ts'
import { user } from './cli/user.ts'
import { verify } from './cli/verify.ts'
import { type Config, readConfig } from './config.ts'
import { roles, rolesThere } from './domain/access.ts'
import { ArchiveError } from './domain/errors.ts'

const { version } = createRequire(import.meta.url)('../package.json') as { version: string }

/** Runs the command line and resolves with the exit code: 0 well, 1 not well or nothing found, 2 used wrongly. */
export async function main(argv: readonly string[]): Promise<number> {
  let exitCode = 0
  const program = new Command('fonds')
    .description('An archive for documents whose story is contested, with full-text search.')
    .version(version)
    .option('--home <folder>', 'where the archive lies (FONDS_HOME; default: archive)')
    .exitOverride()
    .configureHelp({ showGlobalOptions: true })
  const run = (work: (open: Opener) => Promise<number>) => async () => {
    exitCode = await work(openerFor(program.opts()))
  }

  program
    .command('serve')
    .description('Serve the archive over HTTP until SIGTERM or SIGINT')
    .option('--host <address>', 'address to listen on (FONDS_HOST; default: 127.0.0.1)')
    .option('--port <number>', 'port to listen on, 0 picks one (FONDS_PORT; default: 3000)')
    .action((options) => run(async ({ open }) => (await served()).serve(open(addressOf(options))))())
  program
    .command('demo')
    .description('Load the sample archive and serve it, open to read')
    .option('--host <address>', 'address to listen on (FONDS_HOST; default: 127.0.0.1)')
    .option('--port <number>', 'port to listen on, 0 picks one (FONDS_PORT; default: 3000)')
    .action((options) =>
      run(async ({ open }) => (await shown()).demo(open(addressOf(options), demoDefaults)))(),
    )
  program
    .command('add')
    .description('Add files, each as a document, and folders, each with images as one; again to go on')
    .argument('<paths...>', 'files or folders')
    .option('--title <title>', 'title of the document (for a single file; default: its name)')
    .option('--date <date>', 'when it was written, as EDTF, such as 1941-06 or 1939-10-11')
    .option('--creator <name>', 'who made it')
    .option('--language <tag>', 'language of the texts, such as en, ru or lt')
    .option('--type <type>', 'what kind of document it is, such as order or report')
    .option('--visibility <who>', 'public, members or restricted (default: public)')
    .option('--skip-known', 'pass over files whose very bytes are in the archive already')
    .option('--each-file', 'make each file in folders a document, also images')
    .option('--manifest <table>', 'what is in a folder, as CSV (default: its manifest.csv; see docs/bulk.md)')
    .option('--batch <name>', 'what a folder is known by when it is added again (default: where it lies)')
    .option('--report <file>', 'write what became of each file of a folder, as CSV')
    .option('--dry-run', 'only say what would be added')
    .action((paths, options) =>
      run(({ open, config }) => add({ ...open(), trial: () => withoutArchive(config()) }, paths, options))(),
    )
  program
    .command('import')
    .description(
      'Add the documents of a table, CSV or JSON Lines; rows that were added before are passed over',
    )
    .argument('<file>', 'the table; its columns are in docs/import.md')
    .option('--dry-run', 'only say what would be added')
    .option('--keep-unknown', 'keep columns that are not known as a note')
    .action((path, options) => run(({ open }) => importTable(open(), path, options))())
  program
    .command('search')
    .description('Search the archive')
    .argument('<query...>', 'words, "phrases", OR, -not, prefix*')
    .option('--limit <number>', 'how many documents to show', wholeNumber, 10)
    .option('--json', 'print the answer as JSON')
    .action((words, options) =>
      run(async ({ config }) => search(await openSearch(config()), words.join(' '), options))(),
    )
  program
    .command('verify')
    .description('Check every original, the database and the index; report what is wrong by document')
    .option('--repair-from <backup>', 'put originals that are missing or damaged back from a backup')
    .action(({ repairFrom }) =>
      run(({ config }) => {
        const read = config()
        return verify(openVerifier(read), repairFrom ? openBackup(read, repairFrom).backup : null)
      })(),
    )
  program
    .command('doctor')
    .description('Say what is well and what is not, and what to do; also beside a running server')
    .action(() => run(({ config }) => doctor(openLooks(config())))())
  program
    .command('backup')
    .description('Add a point in time to a backup; also beside a running server')
    .argument('<where>', 'a folder, best on another disk; new, empty, or a backup of this archive')
    .option('--keep <number>', 'afterwards remove all but so many of the newest points', wholeNumber)
    .option('--list', 'list the points that there are, and make none')
    .option('--verify', 'check every point that there is, and make none')
    .action((where, { keep = null, ...instead }) =>
      run(({ config }) => {
        if (instead.list) return listBackup(openBackup(config(), where))
        if (instead.verify) return verifyBackupThere(openBackup(config(), where))
        return backup(openBackingUp(config(), where), keep)
      })(),
    )
  program
    .command('restore')
    .description('Restore an archive from a backup into a new or empty FONDS_HOME')
    .argument('<where>', 'the folder of the backup')
    .option('--at <time>', 'the latest point until then, a day or a time in UTC (default: the latest)')
    .action((where, { at = null }) =>
      run(({ config }) => restore(openRestoring(config(), where), config().home, at))(),
    )
  const bagged = program.command('bags').description('The whole archive in open formats (docs/bags.md)')
  bagged
    .command('export')
    .description('Write the archive as BagIt bags; also beside a running server; again to go on')
    .argument('<folder>', 'a new or empty folder')
    .action((where) => run(({ config }) => bags.export(openBagging(config(), where)))())
  bagged
    .command('verify')
    .description('Check that BagIt bags, of an archive or of anybody, are complete and valid')
    .argument('<folder>', 'a bag, or a folder of bags')
    .action((where) => run(() => bags.verify(openBags(where)))())
  bagged
    .command('import')
    .description('Build an archive from bags in a new or empty FONDS_HOME')
    .argument('<folder>', 'the folder that "fonds bags export" filled')
    .action((where) => run(({ config }) => bags.import(openImportingBags(config(), where), config().home))())
  program
    .command('reindex')
    .description('Make the index anew from the texts; the archive must not be served meanwhile')
    .option('--anyway', 'also where "fonds audit verify" finds that something was changed')
    .action(({ anyway = false }) => run(async ({ config }) => reindex(openReindexer(config()), { anyway }))())
  program
    .command('rederive')
    .description(
      'Throw away what was made from originals and make it anew: images of pages, unless told otherwise',
    )
    .option('--images', 'make the images of pages anew')
    .option('--texts', 'read the texts that stand in files anew')
    .option('--recognition', 'recognise anew what was recognised; what people wrote stays')
    .action((options) => run(({ open }) => rederive(open(), options))())
  const audits = program.command('audit').description('What was recorded, sealed and checked')
  audits
    .command('verify')
    .description('Find whatever was changed behind the program’s back')
    .option('--seal <digest>', 'a seal that was noted elsewhere, which has to stand here')
    .action((options) => run(({ config }) => audit.verify(openRecords(config()), options))())
  audits
    .command('seal')
    .description('Seal what was recorded until now, and print the seal')
    .action(() => run((opener) => audit.seal(openBeside(opener)))())
  audits
    .command('erase')
    .description('Erase what an event tells; that it was erased, and why, stays')
    .argument('<event>', 'its id, from the history')
    .requiredOption('--reason <text>', 'why')
    .action((event, { reason }) => run((opener) => audit.erase(openBeside(opener), event, reason))())
  const tokens = program.command('token').description('Tokens that let programs and people in')
  tokens
    .command('add')
    .description('Make a token; it is shown this once')
    .argument('<name>', 'what it is for')
    .option('--role <role>', `one of ${roles.slice(1).join(', ')}`, 'administrator')
    .option('--days <number>', 'for how many days it stands (default: until it is revoked)', wholeNumber)
    .action((name, { role, days }) => run(({ open }) => token.add(open(), name, role, days))())
  tokens
    .command('list')
    .description('List the tokens')
    .action(() => run(({ config }) => token.list(openRecords(config())))())
  tokens
    .command('revoke')
    .description('Revoke a token')
    .argument('<id>', 'its id, from "fonds token list"')
    .action((id) => run((opener) => token.revoke(openBeside(opener), id))())

  const users = program.command('user').description('People: who they are and what they may do')
  users
    .command('list')
    .description('List the accounts')
    .action(() => run(({ config }) => user.list(openRecords(config())))())
  users
    .command('invite')
    .description('Print a link by which somebody joins')
    .option('--role <role>', `one of ${roles.slice(1).join(', ')}`, 'reader')
    .option('--login <name>', 'the name to sign in with that is proposed')
    .option('--name <name>', 'how their work is to be signed')
    .action((options) => run(({ open }) => user.invite(open(), options))())
  users
    .command('password')
    .description('Print a link by which somebody chooses another password')
    .argument('<login>', 'the name they sign in with')
    .action((login) => run((opener) => user.password(openBeside(opener), login))())
  users
    .command('set-up')
    .description('Print a link by which the first administrator joins')
    .action(() => run(({ open }) => user.setUp(open()))())
  users
    .command('role')
    .description('Give an account another role')
    .argument('<login>')
    .argument(
      '<role>',
      `one of ${roles.slice(1).join(', ')}; in a collection ${rolesThere.join(', ')}, or none`,
    )
    .option('--in <collection>', 'the id of a collection: a role there, beside that everywhere')
    .action((login, role, options) => run((opener) => user.role(openBeside(opener), login, role, options))())
  users
    .command('disable')
    .description('Shut an account and end its sessions')
    .argument('<login>')
    .action((login) => run((opener) => user.disable(openBeside(opener), login))())
  users
    .command('enable')
    .description('Open an account again')
    .argument('<login>')
    .action((login) => run((opener) => user.enable(openBeside(opener), login))())

  try {
    await program.parseAsync(argv)
    return exitCode
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    const sentence = sentenceOf(error)
    if (sentence === null) throw error
    console.error(sentence)
    return error instanceof ArchiveError && error.fault.startsWith('invalid') ? 2 : 1
  }
}

// What answers over HTTP is much to load, which the other commands need not wait for.
const served = () => import('./cli/serve.ts')
const shown = () => import('./cli/demo.ts')

type Given = Parameters<typeof readConfig>[1]
type Opener = {
  config: (given?: Given, instead?: Given) => Config
  open: (given?: Given, instead?: Given) => { config: Config; open: ReturnType<typeof opening> }
}

// What is about an archive makes none where there is none.
function openBeside({ config, open }: Opener) {
  openRecords(config()).close()
  return open()
}

const demoDefaults: Given = { FONDS_HOME: 'archive/demo', FONDS_ANONYMOUS: 'reader' }

function openerFor({ home }: { home?: string }): Opener {
  const config: Opener['config'] = (given, instead) =>
    readConfig(process.env, { ...(home && { FONDS_HOME: home }), ...given }, instead)
  return {
    config,
    open: (given, instead) => {
      const read = config(given, instead)
      return { config: read, open: opening(read) }
    },
  }
}

function opening(config: Config) {
  const log = pino({ level: config.log }, pino.destination({ fd: 2, sync: true }))
  return () => openArchive(config, log)
}

function addressOf({ host, port }: { host?: string; port?: string }): Given {
  return { ...(host && { FONDS_HOST: host }), ...(port && { FONDS_PORT: port }) }
}

function wholeNumber(text: string): number {
  const number = Number(text)
  if (Number.isInteger(number) && number > 0 && number <= 100) return number
  throw new InvalidArgumentError('Write a whole number from 1 to 100.')
}
