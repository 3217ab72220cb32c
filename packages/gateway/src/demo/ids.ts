/** Identifiers of the demo supplier that stay the same in every size. */

export const demoSellers = {
  main: 'sel_kontor',
  siberia: 'sel_sibir-krepezh',
  south: 'sel_yug-metiz',
} as const;

export const demoWarehouses = {
  yekaterinburg: 'wh_yekaterinburg',
  moscow: 'wh_moscow',
  petersburg: 'wh_petersburg',
  novosibirsk: 'wh_novosibirsk',
  krasnodar: 'wh_krasnodar',
} as const;

export const demoCompanies = {
  stroymaster: 'cmp_stroymaster',
  metiz: 'cmp_metiz',
  lokon: 'cmp_lokon',
  competitor: 'cmp_competitor',
  uralprom: 'cmp_uralprom',
  ukrainian: 'cmp_dnipro-krip',
  german: 'cmp_hansa-schrauben',
} as const;

export const demoAgreements = {
  stroymasterPrepaid: 'agr_stroymaster-prepaid',
  stroymaster15: 'agr_stroymaster-15',
  stroymaster45: 'agr_stroymaster-45',
  stroymasterEur: 'agr_stroymaster-eur',
  metiz: 'agr_metiz',
  lokon: 'agr_lokon',
  competitor: 'agr_competitor',
  uralprom: 'agr_uralprom',
  ukrainian: 'agr_dnipro-krip',
  german: 'agr_hansa-schrauben',
} as const;

export const demoAssortments = {
  public: 'public',
  uralprom: 'asm_uralprom',
  salons: 'asm_salons',
  export: 'asm_export',
} as const;

export const demoPriceTypes = {
  retail: 'prt_retail',
  smallWholesale: 'prt_small-wholesale',
  wholesale: 'prt_wholesale',
  largeWholesale: 'prt_large-wholesale',
  urals: 'prt_urals',
  exportEur: 'prt_export-eur',
} as const;

export const demoSegments = {
  wholesale: 'sgm_wholesale',
  retail: 'sgm_retail',
  competitor: 'sgm_competitor',
  salons: 'sgm_salons',
  hidden: 'sgm_hidden',
} as const;

export const demoGrades = { new: 'grd_new', regular: 'grd_regular', turnover: 'grd_turnover' } as const;

/** SKUs with a property that is worth a look. */
export const wellKnown = {
  /** Sold by 20, in packs of 20 and boxes of 100. */
  packs: 'DIN933-8.8-M8X40-ZN',
  /** 0.0123 roubles a piece in large wholesale. */
  cheapest: 'DIN125-M2-ZN',
  /** No stock in any warehouse, with analogues that have some. */
  outOfStock: 'DIN933-8.8-M10X50-ZN',
  discontinued: 'DIN933-8.8-M12X60-ZN',
  /** Seen by the holding alone. */
  private: 'УПХ-Ш-16х100-35',
  /** Without a price of any type. */
  withoutPrice: 'DIN933-8.8-M16X100-ZN',
  /** Wholesale and large wholesale prices fall from 500, 2000 and 10000 pieces on. */
  tiers: 'DIN934-8-M8-ZN',
  /** СтройМастер has prices of its own, as a company and under the prepaid agreement. */
  individualPrice: 'DIN933-8.8-M6X20-ZN',
  /** Sold by half a metre. */
  byHalfMetre: 'ЦП766-4-ZN-KM',
  /** With a VAT rate of 10 %. */
  reducedVat: 'ПНО-XS-С-ЩТ',
  /** Not in the assortment of the EUR agreement. */
  notExported: 'CR-7/1-LM',
} as const;

/** A product with several hundred variants in the full demo, more than sixty in the small one. */
export const largestProduct = 'prd_din-933-8-8';
