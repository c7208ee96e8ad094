import type { LiveProblem } from '#listen/index.ts'
import type { Words } from '#vocabulary/index.ts'

/** What a status other than 200 and 304 means for a feed. */
export function problemOfStatus(status: number): LiveProblem {
  const detail = `HTTP ${status}`
  switch (status) {
    case 410:
      return { code: 'feed-gone', detail, isLasting: true }
    case 404:
      return { code: 'feed-not-found', detail }
    case 401:
    case 403:
    case 407:
      return { code: 'feed-forbidden', detail }
    case 429:
      return { code: 'feed-asked-to-wait', detail }
  }
  if (status === 503) return { code: 'feed-asked-to-wait', detail }
  if (status >= 500) return { code: 'feed-server-fault', detail }
  return { code: 'feed-odd-status', detail }
}

/** Words of everything that can be wrong with a feed, beside what #outside has words for. */
export const FEED_PROBLEM_WORDS = {
  'feed-gone': {
    ja: 'サーバーが「このフィードはもうない」と答えています(410)。新しいアドレスがあれば設定し直し、なければこのチャネルを削除してください。',
    en: 'The server says that this feed is gone for good (410). Set its new address, or remove this channel.',
  },
  'feed-not-found': {
    ja: 'このアドレスには何もありません(404)。アドレスを確認してください。サイトのトップページを入力すれば、フィードを探します。',
    en: 'There is nothing at this address (404). Check it, or enter the site’s front page and Enishi looks for its feeds.',
  },
  'feed-forbidden': {
    ja: 'サーバーがアクセスを断りました(401・403)。公開されているフィードか、プログラムからの読み込みが許されているか確認してください。',
    en: 'The server refuses access (401 or 403). See whether the feed is public and may be read by programs.',
  },
  'feed-asked-to-wait': {
    ja: 'サーバーが間隔を空けるよう求めています(429・503)。指定された時間だけ待って、もう一度読みます。',
    en: 'The server asks us to wait (429 or 503). Enishi looks again when the time that it named is over.',
  },
  'feed-server-fault': {
    ja: 'サーバー側で障害が起きています(5xx)。間隔を空けながら読み直します。',
    en: 'The server has a fault of its own (5xx). Enishi keeps trying, less and less often.',
  },
  'feed-odd-status': {
    ja: 'フィードとしては想定外の応答でした。アドレスを確認してください。',
    en: 'This answer is not what a feed gives. Check the address.',
  },
  'feed-is-a-page': {
    ja: 'フィードではなく、ふつうのウェブページ(HTML)が返ってきました。',
    en: 'This is a web page (HTML), not a feed.',
  },
  'feed-not-a-feed': {
    ja: 'RSS、Atom、JSON Feed のどれでもありません。',
    en: 'This is neither RSS nor Atom nor JSON Feed.',
  },
  'feed-empty-body': {
    ja: '応答は成功しましたが、中身が空でした。',
    en: 'The server answered with nothing in it.',
  },
  'feed-cut-off': {
    ja: 'フィードが途中で切れています。完全な記事だけを読みました。次の回にもう一度読み直します。',
    en: 'The feed breaks off before its end. Only complete entries were read; the next look reads it again.',
  },
} as const satisfies Record<string, Words>
