import { formatCount } from '../format.ts'
import { defineWords } from '../words.ts'

/** Words for voices beside posts: what a voice is, and a count with its noun. */
export const VOICE_WORDS = defineWords({
  voices: { ja: '声', en: 'Voices' },
  hint: {
    ja: '話している人の数。同じ人の投稿や、同じ文面のコピーは1と数えます。',
    en: 'How many people speak; posts of one person, and copies of one text, count once.',
  },
  notCounted: {
    ja: '声は数えられていません。期間や話題を絞り込むと数えられます。',
    en: 'Voices aren’t counted here. Narrow the span or the topic to have them counted.',
  },
  count: {
    ja: (voices: number) => `声${formatCount(voices, 'ja')}`,
    en: (voices: number) => `${formatCount(voices, 'en')} ${voices === 1 ? 'voice' : 'voices'}`,
  },
  sentence: {
    ja: (voices: number) => `話したのは${formatCount(voices, 'ja')}の声です。`,
    en: (voices: number) =>
      `They are ${formatCount(voices, 'en')} ${voices === 1 ? 'voice' : 'voices'}.`,
  },
})
