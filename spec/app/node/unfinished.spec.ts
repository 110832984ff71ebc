/** What is being written when a process is ended is gone; the process of the spec is one of its own. */
import { expect } from 'chai'
import { spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ROOT } from '../../support/repository.js'
import { temporaryFolder, type TemporaryFolder } from '../../support/temporary-folder.js'

const built = (name: string): string =>
  JSON.stringify(pathToFileURL(join(ROOT, 'dist/app/node', name)).toString())

/** Two files, one of which is there already. */
const DRAFTS = `
  const { nodeDrafts } = await import(${built('drafts.js')})
  const drafts = await Promise.all(['old.json', 'new.json'].map((name) => nodeDrafts().open(name)()))
  for (const { right } of drafts) await right.write('half')
  const publish = async () => { for (const { right } of drafts) await right.publish() }
`

/** A folder whose files are written one after the other, for a while. */
const FOLDER = `
  const { nodeFolders } = await import(${built('folders.js')})
  const files = Array.from({ length: 100000 }, (_, at) => ({ name: 'file' + at, text: '' }))
  void nodeFolders().create('plan', files)()
  const { readdirSync } = await import('node:fs')
  const isBegun = () => readdirSync('.').some((name) => name.startsWith('.plan'))
  while (!isBegun()) await new Promise((go) => setTimeout(go, 1))
`

const WAIT = `
  process.stdout.write('ready')
  setTimeout(() => undefined, 60000)
`

interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
}

describe('node: what is unfinished when the process ends', function () {
  this.timeout(20_000)
  let folder: TemporaryFolder
  beforeEach(() => void (folder = temporaryFolder({ 'old.json': 'old' })))
  afterEach(() => folder.remove())

  const run = (script: string, signal?: NodeJS.Signals): Promise<Ended> =>
    new Promise((resolve) => {
      const child = spawn(process.execPath, ['--input-type=module', '--eval', script], { cwd: folder.path })
      child.stdout.once('data', () => {
        if (signal === undefined) return
        expect(readdirSync(folder.path)).to.have.length.greaterThan(1)
        child.kill(signal)
      })
      child.on('close', (code, by) => resolve({ code, signal: by }))
    })

  const left = () => readdirSync(folder.path).map((name) => `${name}: ${folder.read(name)}`)

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    it(`leaves no file behind after ${signal}, and ends by it`, async () => {
      expect(await run(`${DRAFTS}${WAIT}`, signal)).to.deep.equal({ code: null, signal })
      expect(left()).to.deep.equal(['old.json: old'])
    })

    it(`leaves no folder behind after ${signal}, and ends by it`, async () => {
      expect(await run(`${FOLDER}${WAIT}`, signal)).to.deep.equal({ code: null, signal })
      expect(left()).to.deep.equal(['old.json: old'])
    })
  }

  it('leaves nothing behind where the program gives up by itself', async () => {
    expect(await run(`${DRAFTS}process.stdout.write('-'); process.exit(3)`)).to.deep.equal({
      code: 3,
      signal: null,
    })
    expect(left()).to.deep.equal(['old.json: old'])
  })

  it('finishes where somebody else listens and ends the process in order', async () => {
    const ends = `process.on('SIGINT', async () => { await publish(); process.exit(0) })`
    expect(await run(`${DRAFTS}${ends}${WAIT}`, 'SIGINT')).to.deep.equal({ code: 0, signal: null })
    expect(left()).to.deep.equal(['new.json: half', 'old.json: half'])
  })

  it('does not listen any more once everything has its name', async () => {
    const script = `
      const before = process.listenerCount('exit')
      ${DRAFTS}
      await publish()
      process.exitCode = process.listenerCount('SIGINT') + process.listenerCount('exit') - before
    `
    expect(await run(script)).to.deep.equal({ code: 0, signal: null })
  })
})
