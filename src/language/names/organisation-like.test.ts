import { expect, test } from 'vitest'
import { isOrganisationLike, judgeBearer } from './organisation-like.ts'

const NAMES = {
  organisation: `株式会社山田製作所,㈱タナカ,Acme Inc.,Müller GmbH,ソニー公式,Sony Official,Acme Support,週刊編集部,ラーメン二郎 神田店
    サッカークラブ,FC Tokyo,東京都,横浜市,田中商店,中村屋,BBC News,Studio Ghibli,一橋大学,鳥居薬局,Grace Hotel`,
  bot: '地震速報ボット,news bot,weather_bot,Earthquake Bot,newsbot',
  shared: 'スタッフ,中の人,Jane & John,田中と鈴木,The Smith Family,Acme admin',
  person: `山田太郎,田中,守屋,土屋 太鳳,渡部 建,小室 圭,北島 町子,屋良 朝幸,Mary Abbot,Marie Lambot,Tom Talbot,Chris Sales,Tom Banks,伊藤 園子
    塾長たかし,Bob Botham,佐藤 公子,Amy Price,Иван Иванов,김민수`,
}

test.each(
  Object.entries(NAMES).flatMap(([bearer, names]) =>
    names.split(/[,\n]\s*/).map((name) => [name, bearer] as const),
  ),
)('%s: %s', (name, bearer) => {
  expect(judgeBearer(name).bearer).toBe(bearer)
  expect(isOrganisationLike(name)).toBe(bearer !== 'person')
})

test('says by which sign', () => expect(judgeBearer('週刊 編集部').sign).toBe('編集部'))
