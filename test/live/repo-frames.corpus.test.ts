import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { jetstreamLines } from './jetstream-shim.ts'
import { readFrame } from './repo-frames.ts'

const folder = new URL('../../../shared/data/channels/bluesky/', import.meta.url)
const isThere = existsSync(folder)
if (!isThere) console.warn(`no corpus at ${folder.pathname}: its test is skipped`)

/** Frames, each behind its length in four bytes. */
function* recordedFrames(): Generator<Buffer, void, undefined> {
  const bytes = gunzipSync(readFileSync(new URL('subscribe-repos-frames.bin.gz', folder)))
  for (let at = 0; at < bytes.length; ) {
    const end = at + 4 + bytes.readUInt32BE(at)
    yield bytes.subarray(at + 4, end)
    at = end
  }
}

test.skipIf(!isThere)('recorded frames of a PDS become the recorded events of Jetstream', () => {
  const times = { lastUs: 0, seq: 0 }
  const lines = [...recordedFrames()].flatMap((frame) => jetstreamLines(readFrame(frame), times))
  const expected = gunzipSync(readFileSync(new URL('jetstream.jsonl.gz', folder)))
  const withoutTime = (line: string) => ({ ...JSON.parse(line), time_us: 0 })
  const ofPosts = lines.map(withoutTime).filter(({ kind, commit }) => {
    const collections = ['post', 'like', 'repost'].map((name) => `app.bsky.feed.${name}`)
    return kind === 'commit' && collections.includes(commit.collection)
  })
  expect(ofPosts).toEqual(expected.toString('utf8').trim().split('\n').map(withoutTime))
})
