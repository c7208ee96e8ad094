import { expect, test } from 'vitest'
import { mayBeRomajiOf, soundOfKana, soundOfRomaji } from './sound.ts'

test.each([
  ['おおの', 'o:no'],
  ['しょうた', 'syo:ta'],
  ['はっとり', 'hattori'],
  ['いのうえ', 'ino:e'],
  ['じゅんいちろう', 'zyunitiro:'],
  ['ちづる', 'tizuru'],
  ['よーこ', 'yo:ko'],
])('%s sounds %s', (kana, sound) => expect(soundOfKana(kana)).toBe(sound))

test.each([
  ['おおの', ['ohno', 'oono', 'ono', 'ōno'], ['onno', 'oneno']],
  ['さとう', ['sato', 'satou', 'satoh', 'satō', 'satô'], ['sado', 'saito']],
  ['しんいち', ["shin'ichi", 'shinichi', 'sin-iti'.replace('-', '')], ['shiniji']],
  ['つとむ', ['tsutomu', 'tutomu'], ['sutomu']],
  ['ほんま', ['homma', 'honma'], ['homa']],
  ['じゅんぺい', ['jumpei', 'junpei', 'zyunpei', 'jyunpei'], ['jupei']],
  ['おの', ['ono'], ['ohno', 'oono']],
  ['はっちょう', ['hatcho', 'hacchou', 'hattyo'], ['hacho']],
  ['ゆき', ['yuki'], ['yuuki', 'yūki']],
])('%s is romanised %j, not %j', (kana, right, wrong) => {
  const reading = soundOfKana(kana) ?? ''
  const fits = (letters: string) => mayBeRomajiOf(soundOfRomaji(letters) ?? '?', reading)
  expect(right.filter((letters) => !fits(letters))).toEqual([])
  expect(wrong.filter(fits)).toEqual([])
})

test.each(['smith', 'kim', 'lee', 'jürgen', 'mary', ''])('%s is no romanisation', (word) =>
  expect(soundOfRomaji(word)).toBeUndefined(),
)
