import type { Topic } from '#vocabulary/index.ts'
import type { Claim, ProductWords } from '../text/text-request.ts'

/** Whose product it is: ours (the company that uses Enishi), or which competitor's. */
export const COMPANY_IDS = ['kotoyu', 'brellwick', 'hinomaki', 'velkaro'] as const
export type CompanyId = (typeof COMPANY_IDS)[number]

export interface Company {
  id: CompanyId
  names: { ja: string; en: string }
  aliases: string[]
}

export const CATEGORY_IDS = ['kettle', 'grinder', 'coffee-maker', 'flask'] as const
export type CategoryId = (typeof CATEGORY_IDS)[number]

export interface Category {
  id: CategoryId
  names: { ja: string; en: string }
  aliases: string[]
}

export interface Product extends ProductWords {
  categoryId: CategoryId
  companyId: CompanyId
  priceYen: number
  /** Of buyers: how many will like it, and how many will not; the rest does not mind. */
  liked: number
  disliked: number
  /** What people say for and against it, the frequent first. */
  claimsFor: readonly Claim[]
  claimsAgainst: readonly Claim[]
}

/** All names here are invented. The company whose world this is comes first. */
const COMPANIES: readonly Company[] = [
  { id: 'kotoyu', names: { ja: 'コトユ', en: 'Kotoyu' }, aliases: ['株式会社コトユ', '#コトユ'] },
  {
    id: 'brellwick',
    names: { ja: 'ブレルウィック', en: 'Brellwick' },
    aliases: ['ブレルウイック'],
  },
  { id: 'hinomaki', names: { ja: 'ヒノマキ', en: 'Hinomaki' }, aliases: ['株式会社ヒノマキ'] },
  { id: 'velkaro', names: { ja: 'ベルカロ', en: 'Velkaro' }, aliases: ['ヴェルカロ'] },
]

const CATEGORIES: readonly Category[] = [
  {
    id: 'kettle',
    names: { ja: '電気ケトル', en: 'kettle' },
    aliases: ['ケトル', '湯沸かし', 'electric kettle', 'kettles'],
  },
  {
    id: 'grinder',
    names: { ja: 'コーヒーミル', en: 'coffee grinder' },
    aliases: ['電動ミル', 'グラインダー', 'grinder', 'grinders'],
  },
  {
    id: 'coffee-maker',
    names: { ja: 'コーヒーメーカー', en: 'coffee maker' },
    aliases: ['コーヒーマシン', 'coffee machine', 'coffee makers', 'coffeemaker'],
  },
  {
    id: 'flask',
    names: { ja: '保温ボトル', en: 'flask' },
    aliases: ['魔法瓶', '水筒', 'vacuum flask', 'flasks'],
  },
]

type Names = ProductWords['names']
type Traits = Pick<Product, 'priceYen' | 'liked' | 'disliked' | 'claimsFor' | 'claimsAgainst'>

function product(
  id: string,
  companyId: CompanyId,
  categoryId: CategoryId,
  names: Names,
  traits: Traits,
): Product {
  const company = COMPANIES.find((one) => one.id === companyId)
  const category = CATEGORIES.find((one) => one.id === categoryId)
  if (company === undefined || category === undefined) throw new RangeError(id)
  return {
    ...{ id, companyId, categoryId, names },
    category: category.names,
    company: company.names,
    ...traits,
  }
}

export const PRODUCTS: readonly Product[] = [
  product(
    'yurari',
    'kotoyu',
    'kettle',
    { ja: ['ユラリK1', 'ユラリ'], en: ['Yurari K1', 'Yurari'] },
    {
      ...{ priceYen: 12_800, liked: 0.68, disliked: 0.14 },
      claimsFor: ['design-good', 'quiet', 'support-kind', 'delivery-fast'],
      claimsAgainst: ['price-high', 'support-slow', 'hard-to-clean'],
    },
  ),
  product(
    'karilit',
    'kotoyu',
    'grinder',
    { ja: ['カリリットG2', 'カリリット'], en: ['Karilit G2', 'Karilit'] },
    {
      ...{ priceYen: 9_800, liked: 0.66, disliked: 0.16 },
      claimsFor: ['tastes-better', 'battery-lasts', 'easy-to-clean', 'price-fair'],
      claimsAgainst: ['noisy', 'battery-dies', 'hard-to-clean'],
    },
  ),
  product(
    'potalia',
    'kotoyu',
    'coffee-maker',
    { ja: ['ポタリアDrip', 'ポタリア'], en: ['Potalia Drip', 'Potalia'] },
    {
      ...{ priceYen: 24_800, liked: 0.62, disliked: 0.2 },
      claimsFor: ['tastes-better', 'design-good', 'easy-to-clean', 'support-kind'],
      claimsAgainst: ['app-disconnects', 'refill-hard-to-find', 'price-high'],
    },
  ),
  product(
    'nukumon',
    'kotoyu',
    'flask',
    { ja: ['ヌクモン500', 'ヌクモン'], en: ['Nukumon 500', 'Nukumon'] },
    {
      ...{ priceYen: 4_980, liked: 0.76, disliked: 0.1 },
      claimsFor: ['lasts-years', 'easy-to-clean', 'price-fair', 'design-good'],
      claimsAgainst: ['hard-to-clean', 'delivery-late', 'price-high'],
    },
  ),
  product(
    'ternova',
    'brellwick',
    'kettle',
    { ja: ['ターノヴァ'], en: ['Ternova'] },
    {
      ...{ priceYen: 9_980, liked: 0.6, disliked: 0.2 },
      claimsFor: ['price-fair', 'lasts-years', 'delivery-fast'],
      claimsAgainst: ['noisy', 'support-slow', 'breaks-early'],
    },
  ),
  product(
    'cortavo',
    'brellwick',
    'coffee-maker',
    { ja: ['コルタヴォ'], en: ['Cortavo'] },
    {
      ...{ priceYen: 19_800, liked: 0.58, disliked: 0.22 },
      claimsFor: ['price-fair', 'tastes-better', 'quiet'],
      claimsAgainst: ['hard-to-clean', 'breaks-early', 'app-disconnects'],
    },
  ),
  product(
    'konaruga',
    'hinomaki',
    'grinder',
    { ja: ['コナルガ'], en: ['Konaruga'] },
    {
      ...{ priceYen: 6_980, liked: 0.55, disliked: 0.25 },
      claimsFor: ['price-fair', 'delivery-fast', 'quiet'],
      claimsAgainst: ['battery-dies', 'breaks-early', 'noisy'],
    },
  ),
  product(
    'mahoron',
    'hinomaki',
    'flask',
    { ja: ['マホロンS', 'マホロン'], en: ['Mahoron S', 'Mahoron'] },
    {
      ...{ priceYen: 3_480, liked: 0.64, disliked: 0.14 },
      claimsFor: ['price-fair', 'lasts-years', 'delivery-fast'],
      claimsAgainst: ['hard-to-clean', 'breaks-early', 'delivery-late'],
    },
  ),
  product(
    'aquelo',
    'velkaro',
    'kettle',
    { ja: ['アクエロ'], en: ['Aquelo'] },
    {
      ...{ priceYen: 15_800, liked: 0.6, disliked: 0.18 },
      claimsFor: ['design-good', 'quiet', 'easy-to-clean'],
      claimsAgainst: ['price-high', 'app-disconnects', 'delivery-late'],
    },
  ),
  product(
    'tundrelle',
    'velkaro',
    'flask',
    { ja: ['ツンドレル'], en: ['Tundrelle'] },
    {
      ...{ priceYen: 6_480, liked: 0.62, disliked: 0.16 },
      claimsFor: ['design-good', 'lasts-years', 'easy-to-clean'],
      claimsAgainst: ['price-high', 'refill-hard-to-find', 'delivery-late'],
    },
  ),
]

export const CAMPAIGN = {
  id: 'campaign-mornings',
  names: { ja: 'コトユの朝', en: 'Kotoyu Mornings' },
  tags: { ja: 'コトユの朝', en: 'KotoyuMornings' },
}

/** Does this product belong to the company whose world it is? */
export function isOwn(product: Product): boolean {
  return product.companyId === 'kotoyu'
}

/** What the company would have Enishi listen for, always in the same order, in the form of `enishi read --topics`. */
export function worldTopics(): Topic[] {
  const kindOf = (id: CompanyId) => (id === 'kotoyu' ? 'own' : 'competitor')
  return [
    ...COMPANIES.map(({ id, names, aliases }) =>
      topic(`company-${id}`, kindOf(id), [names.ja, names.en, ...aliases]),
    ),
    ...PRODUCTS.map(({ id, companyId, names }) =>
      topic(id, kindOf(companyId), [...names.ja, ...names.en]),
    ),
    ...CATEGORIES.map(({ id, names, aliases }) =>
      topic(`category-${id}`, 'category', [names.ja, names.en, ...aliases]),
    ),
    topic(CAMPAIGN.id, 'campaign', [
      ...[CAMPAIGN.names.ja, CAMPAIGN.names.en],
      ...[`#${CAMPAIGN.tags.ja}`, `#${CAMPAIGN.tags.en}`],
    ]),
  ]
}

function topic(id: string, kind: Topic['kind'], [name = id, ...aliases]: string[]): Topic {
  return { id, name, kind, aliases }
}
