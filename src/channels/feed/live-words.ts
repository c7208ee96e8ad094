import type { SettingField } from '#listen/index.ts'
import type { Words } from '#vocabulary/index.ts'
import {
  MINUTES_MAX,
  MINUTES_MAX_DEFAULT,
  MINUTES_MIN,
  MINUTES_MIN_DEFAULT,
} from './live-settings.ts'

export const NAME: Words = { ja: 'フィード(RSS・Atom)', en: 'Feed (RSS, Atom)' }

export const ABOUT: Words = {
  ja: 'ブログ、ニュース、掲示板などの新しい記事を聞きます。必要なのはアドレスだけです。',
  en: 'Hears new entries of blogs, news sites and forums. All it needs is an address.',
}

export const FIELDS: readonly SettingField[] = [
  {
    name: 'address',
    label: { ja: 'フィードのアドレス', en: 'Address of the feed' },
    hint: {
      ja: 'サイトのアドレスでも構いません。「試す」を押すと、そのページが案内しているフィードを示します。',
      en: 'The address of the site will do: the test shows the feeds that its page names.',
    },
    type: 'url',
    isRequired: true,
  },
  {
    name: 'fullText',
    label: {
      ja: '抜粋しかない記事は、元のページから全文を読む',
      en: 'Read the page where an entry is only an excerpt',
    },
    hint: {
      ja: 'サイトの robots.txt が許す場合だけ、1 秒以上の間隔を空けて読みます。読めない記事には「抜粋」と表示します。',
      en: 'Only where the site’s robots.txt allows it, a second apart. What cannot be read stays marked as an excerpt.',
    },
    type: 'switch',
    isRequired: false,
    default: true,
  },
  {
    name: 'minutesMin',
    label: { ja: '読む間隔・最短(分)', en: 'Shortest time between two looks (minutes)' },
    hint: {
      ja: '更新の頻度に合わせて自動で変わります。フィード側がより長い間隔を求めていれば、それに従います。',
      en: 'Enishi adapts to how often the feed changes, and waits longer where the feed asks for it.',
    },
    type: 'number',
    isRequired: false,
    default: MINUTES_MIN_DEFAULT,
    numberMin: MINUTES_MIN,
    numberMax: MINUTES_MAX,
  },
  {
    name: 'minutesMax',
    label: { ja: '読む間隔・最長(分)', en: 'Longest time between two looks (minutes)' },
    type: 'number',
    isRequired: false,
    default: MINUTES_MAX_DEFAULT,
    numberMin: MINUTES_MIN,
    numberMax: MINUTES_MAX,
  },
]
