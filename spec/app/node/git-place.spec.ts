import { expect } from 'chai'
import * as E from 'fp-ts/lib/Either.js'
import { join } from 'node:path'
import { placeOf, sameNames, type Place } from '../../../src/app/node/git-place.js'
import { temporaryFolder } from '../../support/temporary-folder.js'

const place = async (folder: string): Promise<Place> => {
  const found = await placeOf(folder)
  if (E.isLeft(found)) throw new Error(found.left.message)
  return found.right
}

describe('revisions of a repository inside another one', () => {
  it('are not those of the one around it, where it is a submodule', async () => {
    const [inner, outer] = [temporaryFolder({ a: '' }), temporaryFolder({ b: '' })]
    try {
      inner.commit('inner')
      outer.commit('outer')
      outer.git('-c', 'protocol.file.allow=always', 'submodule', 'add', '-q', inner.path, 'part')
      outer.git('init', '-q', 'by-itself')
      const [here, part, alone] = [
        await place(outer.path),
        await place(join(outer.path, 'part')),
        await place(join(outer.path, 'by-itself')),
      ]
      const told = async (one: Place, other: Place): Promise<string> => {
        const same = await sameNames(one, other)
        return E.isLeft(same) ? same.left.code : 'same'
      }
      expect(await told(here, part)).to.equal('revision-of-submodule')
      expect(await told(here, here)).to.equal('same')
      expect(await told(part, part)).to.equal('same')
      expect(await told(part, here)).to.equal('same')
      expect(await told(here, alone)).to.equal('same')
    } finally {
      inner.remove()
      outer.remove()
    }
  })
})
