import { describe, expect, it } from 'vitest'
import { guessColumns } from './columns.ts'
import { columnsOfExport, recogniseExport } from './known-exports.ts'

const csv = (text: string) => text.split(',')

/** Headers as the products write them. */
const HEADERS = {
  salesforceContacts: csv(
    'Salutation,First Name,Last Name,Title,Department,Account Name,Mailing Street,Mailing City,Phone,Email,Account Owner',
  ),
  salesforceContactsJa: csv(
    '敬称,姓,名,役職,部署,取引先名,郵送先(町名・番地),電話,メール,取引先 所有者,取引先責任者 ID',
  ),
  salesforceDeals: csv(
    'Opportunity Owner,Account Name,Opportunity Name,Stage,Fiscal Period,Amount,Probability (%),Close Date,Contact ID',
  ),
  salesforceDealsJa: csv('商談 所有者,取引先名,商談名,フェーズ,会計期間,金額,確度 (%),完了予定日'),
  salesforceAccounts: csv(
    'Account Name,Account Owner,Billing Street,Billing City,Website,Type,Industry,Employees',
  ),
  salesforceAccountsJa: csv(
    '取引先名,取引先 所有者,Web サイト,種別,請求先(都道府県),業種,従業員数',
  ),
  hubspotCompanies: csv(
    'Record ID,Company name,Company owner,Company Domain Name,Lifecycle Stage,Create Date',
  ),
  hubspotCompaniesJa: csv('レコードID,会社名,会社担当者,会社のドメイン名,ライフサイクルステージ'),
  sansanCompanies: csv('Sansan組織コード,会社名,会社名カナ,法人番号,URL,従業員規模'),
  hubspotContacts: csv(
    'Record ID,First Name,Last Name,Email,Phone Number,Contact owner,Lifecycle Stage,Lead Status,Associated Company,Job Title,Department',
  ),
  hubspotDeals: csv('Record ID,Deal Name,Deal Stage,Close Date,Deal owner,Amount,Pipeline'),
  eight: csv(
    "会社名,部署名,役職,氏名,e-mail,郵便番号,住所,TEL会社,TEL部門,TEL直通,Fax,携帯電話,URL,名刺交換日,Eightでつながっている人,再データ化中の名刺,'?'を含んだデータ",
  ),
  sansan: csv('名刺ID,所有者,会社名,部署,役職,姓,名,メールアドレス,名刺交換日,同僚コメント'),
  kintone: csv(
    'レコード番号,作成者,作成日時,更新者,更新日時,会社名,部署名,担当者名,メールアドレス',
  ),
}

describe('an export', () => {
  it.each([
    ['salesforceContacts', 'salesforce', 'people-csv'],
    ['salesforceContactsJa', 'salesforce', 'people-csv'],
    ['salesforceDeals', 'salesforce', 'deals-csv'],
    ['salesforceDealsJa', 'salesforce', 'deals-csv'],
    ['salesforceAccounts', 'salesforce', 'organisations-csv'],
    ['salesforceAccountsJa', 'salesforce', 'organisations-csv'],
    ['hubspotContacts', 'hubspot', 'people-csv'],
    ['hubspotDeals', 'hubspot', 'deals-csv'],
    ['hubspotCompanies', 'hubspot', 'organisations-csv'],
    ['hubspotCompaniesJa', 'hubspot', 'organisations-csv'],
    ['eight', 'eight', 'people-csv'],
    ['sansan', 'sansan', 'people-csv'],
    ['sansanCompanies', 'sansan', 'organisations-csv'],
    ['kintone', 'kintone', undefined],
  ] as const)('%s is known by its header', (name, product, format) => {
    expect(recogniseExport(HEADERS[name])).toEqual({ product, format })
  })

  it('is not seen in any table', () => {
    expect(recogniseExport(csv('氏名,会社名,役職,メールアドレス,電話番号'))).toBeUndefined()
    expect(recogniseExport(csv('name,email,company,title,phone'))).toBeUndefined()
    expect(recogniseExport(csv('id,text,author,publishedAt,url'))).toBeUndefined()
  })

  it('says what its columns hold', () => {
    expect(guessColumns(HEADERS.salesforceContacts, [], 'people-csv')).toMatchObject({
      ...{ family: 'Last Name', given: 'First Name', role: 'Title' },
      ...{ organisation: 'Account Name', email: 'Email', department: 'Department' },
    })
    expect(guessColumns(HEADERS.salesforceContactsJa, [], 'people-csv')).toMatchObject({
      ...{ family: '姓', given: '名', organisation: '取引先名', id: '取引先責任者 ID' },
      department: '部署',
    })
    expect(guessColumns(HEADERS.salesforceDeals, [], 'outcomes-csv')).toMatchObject({
      ...{ at: 'Close Date', type: 'Stage', value: 'Amount', about: 'Opportunity Name' },
      personId: 'Contact ID',
    })
    expect(guessColumns(HEADERS.hubspotContacts, [], 'people-csv')).toMatchObject({
      ...{ id: 'Record ID', relation: 'Lifecycle Stage', organisation: 'Associated Company' },
      ...{ role: 'Job Title', department: 'Department' },
    })
    expect(guessColumns(HEADERS.eight, [], 'people-csv')).toMatchObject({
      ...{ name: '氏名', organisation: '会社名', role: '役職', email: 'e-mail' },
      ...{ organisationUrl: 'URL', department: '部署名' },
    })
    expect(guessColumns(HEADERS.kintone, [], 'people-csv')).toMatchObject({
      ...{ id: 'レコード番号', organisation: '会社名', name: '担当者名', email: 'メールアドレス' },
      department: '部署名',
    })
    expect(guessColumns(HEADERS.sansan, [], 'people-csv')).toMatchObject({
      ...{ organisation: '会社名', department: '部署', role: '役職' },
    })
  })

  it('names the department of somebody, and nothing that is only said of one', () => {
    const departmentIn = (header: string) => guessColumns(csv(header), [], 'people-csv').department
    expect(departmentIn('氏名,勤務先,所属部署,肩書')).toBe('所属部署')
    expect(departmentIn('氏名,会社名,先方の部署名,役職')).toBe('先方の部署名')
    expect(departmentIn('Name,Company,Dept. / Department,Position')).toBe('Dept. / Department')
    expect(departmentIn('Name,Company,Division,Position')).toBe('Division')
    expect(departmentIn('氏名,会社名,TEL部門,部署コード,部署電話番号')).toBeUndefined()
    expect(departmentIn('氏名,会社名,部署・役職')).toBeUndefined()
    expect(guessColumns(csv('氏名,会社名,部署・役職'), [], 'people-csv').role).toBe('部署・役職')
  })

  it('says what the columns of organisations and deals hold', () => {
    expect(guessColumns(HEADERS.salesforceDealsJa, [], 'deals-csv')).toEqual({
      ...{ name: '商談名', organisation: '取引先名', stage: 'フェーズ', value: '金額' },
      ...{ probability: '確度 (%)', closesOn: '完了予定日', owner: '商談 所有者' },
    })
    expect(guessColumns(HEADERS.hubspotDeals, [], 'deals-csv')).toMatchObject({
      ...{ id: 'Record ID', name: 'Deal Name', stage: 'Deal Stage', pipeline: 'Pipeline' },
      ...{ value: 'Amount', closesOn: 'Close Date' },
    })
    expect(guessColumns(HEADERS.salesforceAccountsJa, [], 'organisations-csv')).toEqual({
      ...{ name: '取引先名', url: 'Web サイト', relation: '種別', owner: '取引先 所有者' },
    })
    expect(guessColumns(HEADERS.hubspotCompanies, [], 'organisations-csv')).toMatchObject({
      ...{ name: 'Company name', url: 'Company Domain Name', relation: 'Lifecycle Stage' },
    })
    const kintone = csv('レコード番号,案件名,会社名,先方担当者,確度,受注予定日,合計費用,更新日時')
    expect(guessColumns(kintone, [], 'deals-csv')).toEqual({
      ...{ id: 'レコード番号', name: '案件名', organisation: '会社名', contact: '先方担当者' },
      ...{ probability: '確度', closesOn: '受注予定日', value: '合計費用' },
    })
  })

  it('leaves tables of another kind to the guess by name', () => {
    expect(columnsOfExport(HEADERS.eight, 'outcomes-csv')).toEqual({})
  })
})
