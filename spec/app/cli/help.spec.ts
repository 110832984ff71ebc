import { expect } from 'chai'
import { runCliHere } from '../../support/run-cli.js'

describe('help', () => {
  for (const command of ['check', 'diff', 'explain', 'import', 'plan', 'preset', 'rules', 'synth'])
    it(`of ${command} fits on a terminal of 80 columns`, async () => {
      const { stdout, exit } = await runCliHere(command, '--help')
      expect(exit).to.equal(0)
      expect(stdout.split('\n').filter((line) => line.length > 80)).to.deep.equal([])
    })
})
