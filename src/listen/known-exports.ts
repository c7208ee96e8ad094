import { foldName } from './fold-name.ts'
import type { Column, ColumnMapping, TableFormat } from './table-columns.ts'

/** Products whose exports are told by their headers. */
export const EXPORT_PRODUCTS = ['salesforce', 'hubspot', 'sansan', 'eight', 'kintone'] as const
export type ExportProduct = (typeof EXPORT_PRODUCTS)[number]

/** What a header shows a table to be. */
export interface KnownExport {
  product: ExportProduct
  /** Undefined where the product lets everybody make tables of their own. */
  format: TableFormat | undefined
}

interface ExportForm extends KnownExport {
  /** Names of columns, folded, that this export has; some of them in each of its languages. */
  signs: ReadonlySet<string>
  /** Which of its columns holds what; the first that is there. */
  columns: Partial<Record<Column, readonly string[]>>
}

/** So many signs make an export; one or two are in any table. */
const SIGNS_MIN = 3

const words = (text: string) => text.trim().split(/\s+/)

const SALESFORCE_PEOPLE: ExportForm = {
  product: 'salesforce',
  format: 'people-csv',
  signs: new Set(
    words(`salutation accountname accountowner mailingstreet mailingcity mailingcountry leadsource
      reportsto contactid contactowner mailingstate lastactivity donotcall accountid ownerid
      mailingpostalcode systemmodstamp isdeleted lastmodifiedbyid hasoptedoutofemail
      敬称 取引先名 取引先所有者 取引先責任者所有者 取引先責任者id 取引先id 郵送先 リードソース 上司
      郵送先住所 都道府県郵送先 市区郡郵送先 町名番地郵送先 最終活動日`),
  ),
  columns: {
    ...{ family: ['lastname', '姓'], given: ['firstname', '名'] },
    ...{ role: ['title', '役職'], organisation: ['accountname', '取引先名'] },
    department: ['department', '部署'],
    ...{ email: ['email', 'メール', 'メールアドレス'], id: ['contactid', '取引先責任者id', 'id'] },
  },
}

const SALESFORCE_OUTCOMES: ExportForm = {
  product: 'salesforce',
  format: 'outcomes-csv',
  signs: new Set(
    words(`opportunityname opportunityowner stage stagename closedate probability fiscalperiod
      opportunityid forecastcategory nextstep isclosed iswon ownerrole leadsource
      商談名 商談所有者 商談id フェーズ 完了予定日 確度 会計期間 売上予測分類 次のステップ`),
  ),
  columns: {
    ...{ at: ['closedate', '完了予定日'], type: ['stage', 'stagename', 'フェーズ'] },
    ...{ value: ['amount', '金額'], about: ['opportunityname', '商談名', 'name'] },
    ...{ id: ['opportunityid', '商談id', 'id'], personId: ['contactid', '取引先責任者id'] },
    ...{ currency: ['currencyisocode', 'amountcurrency', '通貨', '金額通貨'] },
  },
}

/** What is a list of deals is one of outcomes too, for whoever wants only those that were won. */
const SALESFORCE_DEALS: ExportForm = {
  ...SALESFORCE_OUTCOMES,
  format: 'deals-csv',
  columns: {
    ...{ id: ['opportunityid', '商談id', 'id'], name: ['opportunityname', '商談名', 'name'] },
    ...{ organisation: ['accountname', '取引先名'], stage: ['stage', 'stagename', 'フェーズ'] },
    ...{ value: ['amount', '金額'], closesOn: ['closedate', '完了予定日'] },
    ...{ probability: ['probability', '確度'], source: ['leadsource', 'リードソース'] },
    ...{ contact: ['contactname', 'primarycontact', '取引先責任者名'] },
    ...{ email: ['contactemail', 'email', 'メール'], lostReason: ['lossreason', '失注理由'] },
    ...{ currency: ['currencyisocode', 'amountcurrency', '通貨', '金額通貨'] },
  },
}

const SALESFORCE_ORGANISATIONS: ExportForm = {
  product: 'salesforce',
  format: 'organisations-csv',
  signs: new Set(
    words(`accountname accountowner accountid accountnumber accountsource accountsite
      billingstreet billingcity billingstate billingcountry billingpostalcode parentaccount
      billingstateprovince ownership
      取引先名 取引先所有者 取引先id 取引先番号 請求先 請求先都道府県 請求先住所 親取引先 取引先種別
      取引先部門 取引先ソース`),
  ),
  columns: {
    ...{ name: ['accountname', '取引先名', 'name'], reading: ['取引先名カナ'] },
    ...{ url: ['website', 'webサイト'], relation: ['type', '種別', '取引先種別'] },
  },
}

const HUBSPOT_ORGANISATIONS: ExportForm = {
  product: 'hubspot',
  format: 'organisations-csv',
  signs: new Set(
    words(`recordid companyname companyowner companydomainname lifecyclestage lastactivitydate
      createdate numberofassociatedcontacts numberofassociateddeals parentcompany
      レコードid 会社担当者 会社のドメイン名 ライフサイクルステージ 最終アクティビティー日
      関連付けられたコンタクト数`),
  ),
  columns: {
    ...{ name: ['companyname', 'name', '会社名'] },
    ...{ url: ['companydomainname', 'websiteurl', '会社のドメイン名', 'ウェブサイトurl'] },
    relation: ['lifecyclestage', 'ライフサイクルステージ'],
  },
}

const HUBSPOT_PEOPLE: ExportForm = {
  product: 'hubspot',
  format: 'people-csv',
  signs: new Set(
    words(`recordid lifecyclestage leadstatus contactowner associatedcompany associatedcompanyids
      marketingcontactstatus lastactivitydate createdate becameacustomerdate contentmembershipnotes
      originalsource hubspotscore recordidcontact primaryassociatedcompanyid
      レコードid ライフサイクルステージ リードステータス コンタクト担当者 マーケティングコンタクトのステータス
      関連付けられた会社 最終アクティビティー日 hubspotスコア`),
  ),
  columns: {
    ...{
      id: ['recordid', 'recordidcontact', 'contactid', 'レコードid'],
      family: ['lastname', '姓'],
    },
    ...{ given: ['firstname', '名'], email: ['email', 'eメール', 'メールアドレス'] },
    ...{ organisation: ['associatedcompany', 'companyname', '関連付けられた会社', '会社名'] },
    ...{ role: ['jobtitle', '役職'], relation: ['lifecyclestage', 'ライフサイクルステージ'] },
    department: ['department', '部署', '部署名'],
    ...{ organisationUrl: ['websiteurl', 'ウェブサイトurl'] },
  },
}

const HUBSPOT_OUTCOMES: ExportForm = {
  product: 'hubspot',
  format: 'outcomes-csv',
  signs: new Set(
    words(`recordid dealname dealstage dealowner pipeline associatedcontact associatedcompany
      dealtype amountincompanycurrency closedlostreason closedwonreason
      レコードid 取引名 取引ステージ 取引担当者 パイプライン 関連付けられたコンタクト`),
  ),
  columns: {
    ...{ id: ['recordid', 'dealid', 'レコードid'], about: ['dealname', '取引名'] },
    ...{ type: ['dealstage', '取引ステージ'], at: ['closedate', 'クローズ日'] },
    ...{ value: ['amount', '金額'], currency: ['currency', '通貨'] },
    name: ['associatedcontact', '関連付けられたコンタクト'],
  },
}

const HUBSPOT_DEALS: ExportForm = {
  ...HUBSPOT_OUTCOMES,
  format: 'deals-csv',
  columns: {
    ...{ id: ['recordid', 'dealid', 'レコードid'], name: ['dealname', '取引名'] },
    ...{ stage: ['dealstage', '取引ステージ'], pipeline: ['pipeline', 'パイプライン'] },
    ...{ value: ['amount', '金額'], currency: ['currency', '通貨'] },
    ...{ closesOn: ['closedate', 'クローズ日'], lostReason: ['closedlostreason', '失注理由'] },
    ...{ organisation: ['associatedcompany', '関連付けられた会社'] },
    contact: ['associatedcontact', '関連付けられたコンタクト'],
  },
}

const CARD_COLUMNS: ExportForm['columns'] = {
  ...{ name: ['氏名'], family: ['姓'], given: ['名'], reading: ['氏名カナ', '氏名フリガナ'] },
  ...{ familyReading: ['姓カナ', '姓フリガナ'], givenReading: ['名カナ', '名フリガナ'] },
  department: ['部署名', '部署'],
  ...{ organisation: ['会社名'], role: ['役職'], email: ['email', 'メールアドレス', 'メール'] },
  organisationUrl: ['url', 'ホームページ'],
}

const EIGHT: ExportForm = {
  product: 'eight',
  format: 'people-csv',
  signs: new Set(
    words(`eightでつながっている人 再データ化中の名刺 を含んだデータ 名刺交換日 tel会社 tel部門 tel直通
      部署名`),
  ),
  columns: CARD_COLUMNS,
}

const SANSAN: ExportForm = {
  product: 'sansan',
  format: 'people-csv',
  signs: new Set(
    words(`名刺id 名刺交換日 名刺所有者 所有者 部署 部署名 会社電話番号 直通電話番号 sansan名刺id 人物id
      同僚コメント 名刺メモ sansan組織コード soc オンライン名刺 会社名カナ 名刺登録日`),
  ),
  columns: { ...CARD_COLUMNS, id: ['名刺id', 'sansan名刺id', '人物id'] },
}

const SANSAN_ORGANISATIONS: ExportForm = {
  product: 'sansan',
  format: 'organisations-csv',
  signs: new Set(
    words(`sansan組織コード soc 法人番号 会社名カナ 会社id 従業員規模 上場区分 設立年月 名刺枚数`),
  ),
  columns: {
    ...{ name: ['会社名', '企業名'], reading: ['会社名カナ'] },
    url: ['url', 'ホームページ', 'webサイト'],
  },
}

const KINTONE: ExportForm = {
  product: 'kintone',
  format: undefined,
  signs: new Set(
    words(`レコード番号 作成者 作成日時 更新者 更新日時 作業者
      recordnumber createdby createddatetime updatedby updateddatetime assignee`),
  ),
  columns: { id: ['レコード番号', 'recordnumber'] },
}

/** The narrower come first: of two that fit as well, that one is meant. */
const FORMS = [
  ...[SALESFORCE_DEALS, HUBSPOT_DEALS, SALESFORCE_OUTCOMES, HUBSPOT_OUTCOMES],
  ...[SALESFORCE_PEOPLE, HUBSPOT_PEOPLE, SALESFORCE_ORGANISATIONS, HUBSPOT_ORGANISATIONS],
  ...[EIGHT, SANSAN, SANSAN_ORGANISATIONS, KINTONE],
]

function formOf(header: readonly string[]): ExportForm | undefined {
  const folded = new Set(header.map((name) => foldName(name.slice(0, 200))))
  const ranked = FORMS.map((form) => ({ form, signs: form.signs.intersection(folded).size }))
    .filter(({ signs }) => signs >= SIGNS_MIN)
    .sort((a, b) => b.signs - a.signs)
  return ranked[0]?.form
}

/** Which product a table with this header seems to come from, and what it lists. */
export function recogniseExport(header: readonly string[]): KnownExport | undefined {
  const form = formOf(header)
  return form === undefined ? undefined : { product: form.product, format: form.format }
}

/** What the columns of a known export hold, read as a table of this kind; empty for others. */
export function columnsOfExport(header: readonly string[], format: TableFormat): ColumnMapping {
  const likeliest = formOf(header)
  // The same table may be read as another one that the product is known to mean by it.
  const sameSigns = FORMS.filter(({ signs }) => signs === likeliest?.signs)
  const form = sameSigns.find((one) => (one.format ?? format) === format)
  if (form === undefined) return {}
  const byName = new Map(
    header.map((name) => [foldName(name.slice(0, 200)), name] as const).toReversed(),
  )
  const mapping: ColumnMapping = {}
  for (const [column, names] of Object.entries(form.columns) as [Column, string[]][]) {
    const name = names.find((known) => byName.has(known))
    if (name !== undefined) mapping[column] = byName.get(name) ?? name
  }
  return mapping
}
