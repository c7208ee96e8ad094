import { describe, expect, it } from 'vitest'
import { seedChannel, seedPerson, seedPost } from '#test/seed.ts'
import { makeWorkspace } from '#test/workspace.ts'
import { LIMITS } from '#vocabulary/index.ts'
import { previewTopic } from './index.ts'

async function makePosts() {
  const workspace = await makeWorkspace()
  const channel = await seedChannel(workspace, 'talk')
  const { handleId: by } = await seedPerson(workspace, '花子')
  const post = (day: number, text: string, title?: string) =>
    seedPost(workspace, {
      ...{ at: `2026-10-${day}T03:00:00Z`, by, channel, text },
      ...(title === undefined ? {} : { title }),
    })
  await post(10, 'みつばち号が届いた')
  const latest = await post(14, '新しいミツバチ号、いいね')
  await post(12, '本文には名前がない', 'みつばち号のレビュー')
  await post(11, 'MAT is not a match for matter')
  return { workspace, latest }
}

describe('the preview of a topic', () => {
  it('counts what each name would catch, kana and width aside, and shows the newest first', async () => {
    const { workspace, latest } = await makePosts()
    const names = ['みつばち号', 'mat', 'ない商品']
    const preview = await workspace.run((tx) => previewTopic(tx, names))
    expect(preview.names).toEqual([
      { name: 'みつばち号', posts: 3, isMore: false },
      { name: 'mat', posts: 1, isMore: false },
      { name: 'ない商品', posts: 0, isMore: false },
    ])
    const [first] = preview.examples
    expect(first?.activity.id).toBe(latest)
    expect(first?.activity.text?.slice(first.start, first.end)).toBe('ミツバチ号')
    expect(preview.examples).toHaveLength(4)
  })

  it('takes all names together, and of each post only the beginning', async () => {
    const { workspace } = await makePosts()
    const channel = await seedChannel(workspace, 'long')
    const { handleId: by } = await seedPerson(workspace, '太郎')
    const long = 'あ'.repeat(LIMITS.previewPostCharsMax)
    for (const text of [`ひきうす${long}`, `${long}ひきうす`, 'ひきうす号の話とひきうす']) {
      await seedPost(workspace, { at: '2026-10-16T03:00:00Z', by, channel, text })
    }
    await seedPost(workspace, { at: '2026-10-17T03:00:00Z', by, channel, text: 'ひきうす号だけ' })
    const names = ['ひきうす', 'ひきうす号']
    const preview = await workspace.run((tx) => previewTopic(tx, names))
    expect(preview.names).toEqual([
      { name: 'ひきうす', posts: 2, isMore: false },
      { name: 'ひきうす号', posts: 2, isMore: false },
    ])
  })

  it('sees nothing of another workspace', async () => {
    await makePosts()
    const other = await makeWorkspace()
    const preview = await other.run((tx) => previewTopic(tx, ['みつばち号']))
    expect(preview.examples).toEqual([])
  })
})
