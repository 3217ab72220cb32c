/** Where agreements stand and what their fields are called. */
export interface AgreementNames {
  readonly set: string;
  /** A field and its values for which an agreement is in force. */
  readonly inForce: { readonly field: string; readonly values: readonly string[] };
  /** Terms for everybody: of no company. */
  readonly isTypical?: string;
  readonly company: string;
  /** Several companies may belong to a partner, who has the agreement when no company is named. */
  readonly partner?: string;
  readonly number: string;
  readonly currency: string;
  readonly includesVat?: string;
  readonly priceType: string;
  readonly from?: string;
  readonly to?: string;
  /** Days of deferral. */
  readonly days?: string;
  /** Steps of payment, the last credit of which tells the deferral. */
  readonly payment?: {
    readonly table: string;
    readonly kind: string;
    readonly credits: readonly string[];
    readonly days: string;
  };
  /** Prices of the agreement's own. */
  readonly goods?: {
    readonly table: string;
    readonly product: string;
    readonly characteristic: string;
    readonly price: string;
    readonly pack: string;
  };
}

/** Where debts stand. */
export interface DebtNames {
  readonly set: string;
  /** The company, or the key that stands for it. */
  readonly company: string;
  readonly keys?: { readonly set: string; readonly company: string };
  readonly debt: string;
  readonly prepaid?: string;
  /** Day on which it was to be paid. */
  readonly due?: string;
  readonly limits?: {
    readonly set: string;
    readonly company: string;
    readonly isLimited?: string;
    readonly limit: string;
  };
}

/** Where documents of one kind stand. */
export interface DocumentNames {
  readonly set: string;
  readonly kind: 'deliveryNote' | 'invoice' | 'taxInvoice' | 'universalTransferDocument';
  readonly company: string;
  /** Fields that may refer to the order. */
  readonly orders: readonly string[];
  /** Files that are attached to it. */
  readonly files: string;
}

/** What things are called in a configuration of 1C. */
export interface ODataPreset {
  readonly currencies: string;
  readonly companies: { readonly set: string; readonly partner?: string };
  readonly packs?: { readonly set: string; readonly numerator: string; readonly denominator: string };
  readonly agreements?: AgreementNames;
  readonly analogues?: {
    readonly set: string;
    readonly product: string;
    readonly analogue: string;
    readonly priority: string;
  };
  readonly debts?: DebtNames;
  /** Orders of buyers, with the number that the shop gave them. */
  readonly orders: { readonly set: string; readonly shopNumber: string };
  readonly documents: readonly DocumentNames[];
  readonly fileContents: { readonly set: string; readonly file: string; readonly content: string };
}

const fileContents = {
  set: 'InformationRegister_ДвоичныеДанныеФайлов',
  file: 'Файл',
  content: 'ДвоичныеДанныеФайла_Base64Data',
} as const;

const analogues = {
  set: 'InformationRegister_АналогиНоменклатуры',
  product: 'Номенклатура_Key',
  analogue: 'Аналог_Key',
  priority: 'Приоритет',
} as const;

/** Names by configuration, as their releases of 2025 have them. */
export const presets = {
  /** УТ 11, КА 2, ERP 2. */
  ut11: {
    currencies: 'Catalog_Валюты',
    companies: { set: 'Catalog_Контрагенты', partner: 'Партнер_Key' },
    packs: { set: 'Catalog_УпаковкиЕдиницыИзмерения', numerator: 'Числитель', denominator: 'Знаменатель' },
    agreements: {
      set: 'Catalog_СоглашенияСКлиентами',
      inForce: { field: 'Статус', values: ['Действует'] },
      isTypical: 'Типовое',
      company: 'Контрагент_Key',
      partner: 'Партнер_Key',
      number: 'Номер',
      currency: 'Валюта_Key',
      includesVat: 'ЦенаВключаетНДС',
      priceType: 'ВидЦен_Key',
      from: 'ДатаНачалаДействия',
      to: 'ДатаОкончанияДействия',
      payment: {
        table: 'ЭтапыГрафикаОплаты',
        kind: 'ВариантОплаты',
        credits: ['КредитПослеОтгрузки', 'КредитСдвиг'],
        days: 'Сдвиг',
      },
      goods: {
        table: 'Товары',
        product: 'Номенклатура_Key',
        characteristic: 'Характеристика_Key',
        price: 'Цена',
        pack: 'Упаковка_Key',
      },
    },
    analogues,
    debts: {
      set: 'AccumulationRegister_РасчетыСКлиентамиПоСрокам/Balance',
      company: 'АналитикаУчетаПоПартнерам_Key',
      keys: { set: 'Catalog_КлючиАналитикиУчетаПоПартнерам', company: 'Контрагент' },
      debt: 'ДолгУпрBalance',
      prepaid: 'ПредоплатаУпрBalance',
      due: 'ДатаПлановогоПогашения',
      limits: {
        set: 'Catalog_ДоговорыКонтрагентов',
        company: 'Контрагент_Key',
        isLimited: 'ОграничиватьСуммуЗадолженности',
        limit: 'ДопустимаяСуммаЗадолженности',
      },
    },
    orders: { set: 'Document_ЗаказКлиента', shopNumber: 'НомерПоДаннымКлиента' },
    documents: [
      {
        set: 'Document_СчетНаОплатуКлиенту',
        kind: 'invoice',
        company: 'Контрагент_Key',
        orders: ['ДокументОснование', 'ДокументОснование_Key'],
        files: 'Catalog_СчетНаОплатуКлиентуПрисоединенныеФайлы',
      },
      {
        set: 'Document_РеализацияТоваровУслуг',
        kind: 'universalTransferDocument',
        company: 'Контрагент_Key',
        orders: ['ЗаказКлиента', 'ЗаказКлиента_Key'],
        files: 'Catalog_РеализацияТоваровУслугПрисоединенныеФайлы',
      },
    ],
    fileContents,
  },
  /** УНФ: contracts are what is bought under. */
  unf: {
    currencies: 'Catalog_Валюты',
    companies: { set: 'Catalog_Контрагенты' },
    agreements: {
      set: 'Catalog_ДоговорыКонтрагентов',
      inForce: { field: 'ВидДоговора', values: ['СПокупателем'] },
      company: 'Owner_Key',
      number: 'НомерДоговора',
      currency: 'ВалютаРасчетов_Key',
      priceType: 'ВидЦен_Key',
      days: 'СрокОплатыПокупателя',
    },
    analogues,
    debts: {
      set: 'AccumulationRegister_РасчетыСПокупателями/Balance',
      company: 'Контрагент_Key',
      debt: 'СуммаBalance',
    },
    orders: { set: 'Document_ЗаказПокупателя', shopNumber: 'НомерВходящегоДокумента' },
    documents: [
      {
        set: 'Document_СчетНаОплату',
        kind: 'invoice',
        company: 'Контрагент_Key',
        orders: ['ДокументОснование', 'ДокументОснование_Key'],
        files: 'Catalog_СчетНаОплатуПрисоединенныеФайлы',
      },
      {
        set: 'Document_РасходнаяНакладная',
        kind: 'deliveryNote',
        company: 'Контрагент_Key',
        orders: ['Заказ', 'Заказ_Key'],
        files: 'Catalog_РасходнаяНакладнаяПрисоединенныеФайлы',
      },
    ],
    fileContents,
  },
} as const satisfies Record<string, ODataPreset>;

export type PresetName = keyof typeof presets;
