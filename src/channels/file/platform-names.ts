/** What platforms are called in exports, and our names for them. */
const PLATFORMS: Record<string, string> = {
  twitter: 'x',
  ツイッター: 'x',
  エックス: 'x',
  'x(twitter)': 'x',
  'x(旧twitter)': 'x',
  'twitter/x': 'x',
  インスタグラム: 'instagram',
  インスタ: 'instagram',
  フェイスブック: 'facebook',
  ユーチューブ: 'youtube',
  ティックトック: 'tiktok',
  ブルースカイ: 'bluesky',
  マストドン: 'mastodon',
  'e-mail': 'mail',
  email: 'mail',
  メール: 'mail',
  電話: 'phone',
  電話番号: 'phone',
  携帯: 'phone',
  携帯電話: 'phone',
  tel: 'phone',
  mobile: 'phone',
}

/** Our name of the platform that a cell names. */
export function platformNamed(name: string): string {
  const folded = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s*([()/])\s*/g, '$1')
  const known = Object.hasOwn(PLATFORMS, folded) ? PLATFORMS[folded] : undefined
  return known ?? folded.trim().replace(/\s+/g, '-').slice(0, 50)
}
