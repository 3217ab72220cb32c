import type { Gender } from './number-words.js';

/** A counted unit: its forms in the order of the language's plural rule, and its gender. */
export interface CountedUnit {
  readonly forms: readonly string[];
  readonly gender: Gender;
}

/** A currency's major and minor unit in one language. */
export interface CurrencyWords {
  readonly major: CountedUnit;
  readonly minor: CountedUnit;
}

const unit = (gender: Gender, forms: string): CountedUnit => ({ gender, forms: forms.split('|') });
const he = (forms: string): CountedUnit => unit('masculine', forms);
const she = (forms: string): CountedUnit => unit('feminine', forms);
const it = (forms: string): CountedUnit => unit('neuter', forms);

const ru: Readonly<Record<string, CurrencyWords>> = {
  RUB: { major: he('рубль|рубля|рублей'), minor: she('копейка|копейки|копеек') },
  UAH: { major: she('гривна|гривны|гривен'), minor: she('копейка|копейки|копеек') },
  BYN: {
    major: he('белорусский рубль|белорусских рубля|белорусских рублей'),
    minor: she('копейка|копейки|копеек'),
  },
  KZT: { major: he('тенге|тенге|тенге'), minor: he('тиын|тиына|тиынов') },
  EUR: { major: he('евро|евро|евро'), minor: he('цент|цента|центов') },
  USD: { major: he('доллар США|доллара США|долларов США'), minor: he('цент|цента|центов') },
  GBP: { major: he('фунт стерлингов|фунта стерлингов|фунтов стерлингов'), minor: he('пенс|пенса|пенсов') },
  CNY: { major: he('юань|юаня|юаней'), minor: he('фынь|фыня|фыней') },
  PLN: { major: he('злотый|злотых|злотых'), minor: he('грош|гроша|грошей') },
  CHF: {
    major: he('швейцарский франк|швейцарских франка|швейцарских франков'),
    minor: he('сантим|сантима|сантимов'),
  },
};

const uk: Readonly<Record<string, CurrencyWords>> = {
  RUB: { major: he('рубль|рублі|рублів'), minor: she('копійка|копійки|копійок') },
  UAH: { major: she('гривня|гривні|гривень'), minor: she('копійка|копійки|копійок') },
  BYN: {
    major: he('білоруський рубль|білоруські рублі|білоруських рублів'),
    minor: she('копійка|копійки|копійок'),
  },
  KZT: { major: it('теньге|теньге|теньге'), minor: he('тиїн|тиїни|тиїнів') },
  EUR: { major: it('євро|євро|євро'), minor: he('цент|центи|центів') },
  USD: { major: he('долар США|долари США|доларів США'), minor: he('цент|центи|центів') },
  GBP: { major: he('фунт стерлінгів|фунти стерлінгів|фунтів стерлінгів'), minor: he('пенс|пенси|пенсів') },
  CNY: { major: he('юань|юані|юанів'), minor: he('фень|фені|фенів') },
  PLN: { major: he('злотий|злоті|злотих'), minor: he('грош|гроші|грошів') },
  CHF: {
    major: he('швейцарський франк|швейцарські франки|швейцарських франків'),
    minor: he('сантим|сантими|сантимів'),
  },
};

const en: Readonly<Record<string, CurrencyWords>> = {
  RUB: { major: it('ruble|rubles'), minor: it('kopeck|kopecks') },
  UAH: { major: it('hryvnia|hryvnias'), minor: it('kopiyka|kopiykas') },
  BYN: { major: it('Belarusian ruble|Belarusian rubles'), minor: it('kopeck|kopecks') },
  KZT: { major: it('tenge|tenge'), minor: it('tiyn|tiyn') },
  EUR: { major: it('euro|euros'), minor: it('cent|cents') },
  USD: { major: it('US dollar|US dollars'), minor: it('cent|cents') },
  GBP: { major: it('pound sterling|pounds sterling'), minor: it('penny|pence') },
  CNY: { major: it('yuan|yuan'), minor: it('fen|fen') },
  PLN: { major: it('zloty|zlotys'), minor: it('grosz|groszy') },
  CHF: { major: it('Swiss franc|Swiss francs'), minor: it('centime|centimes') },
};

const de: Readonly<Record<string, CurrencyWords>> = {
  RUB: { major: he('Rubel|Rubel'), minor: she('Kopeke|Kopeken') },
  UAH: { major: she('Hrywnja|Hrywnja'), minor: she('Kopeke|Kopeken') },
  BYN: { major: he('belarussischer Rubel|belarussische Rubel'), minor: she('Kopeke|Kopeken') },
  KZT: { major: he('Tenge|Tenge'), minor: he('Tiyn|Tiyn') },
  EUR: { major: he('Euro|Euro'), minor: he('Cent|Cent') },
  USD: { major: he('US-Dollar|US-Dollar'), minor: he('Cent|Cent') },
  GBP: { major: it('Pfund Sterling|Pfund Sterling'), minor: he('Penny|Pence') },
  CNY: { major: he('Yuan|Yuan'), minor: he('Fen|Fen') },
  PLN: { major: he('Zloty|Zloty'), minor: he('Grosz|Groszy') },
  CHF: { major: he('Schweizer Franken|Schweizer Franken'), minor: he('Rappen|Rappen') },
};

/** Names of currencies by language and ISO 4217 code. */
export const currencyWords = { ru, uk, en, de } as const;
