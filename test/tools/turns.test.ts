import { expect, test } from 'vitest'
import { turns } from '../../src/tools/turns.ts'

const never = new AbortController().signal

test('so many have a turn at once, and the others in the order in which they came', async () => {
  const { take } = turns(2)
  const [one, two] = [await take(never), await take(never)]
  const order: string[] = []
  const third = take(never).then((giveBack) => {
    order.push('third')
    return giveBack
  })
  const fourth = take(never).then(() => order.push('fourth'))
  await Promise.resolve()
  expect(order).toEqual([])
  one()
  one()
  const back = await third
  expect(order).toEqual(['third'])
  back()
  await fourth
  two()
})

test('who stops waiting takes no turn from anybody', async () => {
  const { take } = turns(1)
  const giveBack = await take(never)
  const controller = new AbortController()
  const left = take(controller.signal)
  const next = take(never)
  controller.abort(new Error('not any more'))
  await expect(left).rejects.toThrow('not any more')
  giveBack()
  await expect(next).resolves.toBeTypeOf('function')
  await expect(take(AbortSignal.abort(new Error('too late')))).rejects.toThrow('too late')
})
