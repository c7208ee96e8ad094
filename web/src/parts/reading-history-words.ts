import type { Correction } from '../terms.ts'
import { defineWords } from '../words.ts'

export const HISTORY_WORDS = defineWords({
  title: {
    ja: (entries: number) => (entries === 0 ? '判定の履歴' : `判定の履歴 (${entries}件)`),
    en: (entries: number) =>
      entries === 0 ? 'History of this reading' : `History of this reading (${entries})`,
  },
  none: {
    ja: 'まだ訂正も確認もされておらず、モデルが変わっても判定は変わっていません。',
    en: 'Nobody has corrected or judged it yet, and no change of the model has moved it.',
  },
  somebody: { ja: '退出したメンバー', en: 'A member who has left' },
  corrected: {
    ja: (who: string) => `${who}が訂正`,
    en: (who: string) => `${who} corrected it`,
  },
  confirmed: {
    ja: (who: string) => `${who}が確認`,
    en: (who: string) => `${who} confirmed it`,
  },
  origin: {
    ja: (origin: Correction['origin']) =>
      ({ page: '', audit: '精度の確認で', learning: '学習の確認で' })[origin],
    en: (origin: Correction['origin']) =>
      ({ page: '', audit: 'while auditing', learning: 'while teaching' })[origin],
  },
  fromTo: {
    ja: (part: string, from: string, to: string) => `${part}: ${from}→${to}`,
    en: (part: string, from: string, to: string) => `${part}: ${from} → ${to}`,
  },
  saidBy: {
    ja: (model: string) => `それまでの判定は ${model}`,
    en: (model: string) => `read before by ${model}`,
  },
  tookBack: {
    ja: (when: string) => `${when}に取り消し`,
    en: (when: string) => `taken back ${when}`,
  },
  replaced: {
    ja: (when: string) => `${when}に別の訂正で置き換え`,
    en: (when: string) => `replaced by another correction ${when}`,
  },
  oldText: {
    ja: '編集前の本文への訂正のため、いまは効いていません',
    en: 'about the text before an edit, so it has no effect now',
  },
  takeBack: {
    ja: (part: string) => `「${part}」の訂正を取り消す`,
    en: (part: string) => `Take back the correction of “${part}”`,
  },
  takeBackShort: { ja: '取り消す', en: 'Take back' },
  read: { ja: (model: string) => `${model} が判定`, en: (model: string) => `Read by ${model}` },
  readAgain: {
    ja: (from: string, to: string) => `モデルが変わり、読み直し (${from}→${to})`,
    en: (from: string, to: string) => `Read again by another model (${from} → ${to})`,
  },
  readSame: {
    ja: (model: string) => `${model} が読み直し`,
    en: (model: string) => `Read again by ${model}`,
  },
  readEdit: {
    ja: (model: string) => `本文が編集され、${model} が読み直し`,
    en: (model: string) => `Its text was edited; read again by ${model}`,
  },
  why: { ja: 'なぜ変わったか', en: 'Why did it change?' },
  lead: {
    ja: (before: string, after: string) => `新しいラベルの優勢: 前 ${before}、後 ${after}`,
    en: (before: string, after: string) =>
      `how far ahead the new label is: ${before} before, ${after} after`,
  },
  pulled: { ja: '判定を動かした言葉', en: 'Words that pulled' },
  noPieces: {
    ja: '動かした言葉を本文の中に特定できません。',
    en: 'No single words of the text stand out.',
  },
  rest: {
    ja: (weight: string) => `特定の言葉によらない分 ${weight}`,
    en: (weight: string) => `in no single word ${weight}`,
  },
  taughtBy: { ja: 'この言葉を教えた投稿:', en: 'Taught by what members said of:' },
  untaught: {
    ja: 'このラベルを教えた訂正は見つかりません。ほかのラベルの学習に伴って動きました。',
    en: 'No correction taught this label with these words: it moved along with what was taught of others.',
  },
  ofPull: {
    ja: (share: string) => `動いた力の${share}がこの投稿の言葉`,
    en: (share: string) => `${share} of the pull lies in its words`,
  },
  unexplained: {
    ja: (reason: 'text-edited' | 'model-gone') =>
      ({
        'text-edited': '本文がその後編集されたため、理由は示せません。',
        'model-gone':
          '比べるモデルが残っていないため、理由は示せません。土台のモデルが新しくなると、以前のものは残りません。',
      })[reason],
    en: (reason: 'text-edited' | 'model-gone') =>
      ({
        'text-edited': 'The text was edited since, so why it changed can’t be told any more.',
        'model-gone':
          'One of the two models is gone, so why it changed can’t be told: a base is not kept once a newer one came.',
      })[reason],
  },
  noDifference: { ja: '判定は変わらず', en: 'with the same result' },
})
