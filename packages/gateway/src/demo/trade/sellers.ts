import { json } from '../../database/json.js';
import type { DemoRows } from '../demo-rows.js';
import { demoSellers } from '../ids.js';
import { companyInn, correspondentAccount, ogrn, ruAccount } from '../people/requisite-digits.js';

const seeds = [
  [
    demoSellers.main,
    'ООО «Контор-Метиз»',
    '665812345',
    '667001001',
    '102660512345',
    '046577674',
    'Филиал «Уральский» АО «Демобанк», г. Екатеринбург',
    '620014, г. Екатеринбург, ул. Вайнера, д. 51',
    '00000012345',
  ],
  [
    demoSellers.siberia,
    'ООО «Сибирь-Крепёж»',
    '540512345',
    '540501001',
    '105540512345',
    '045004774',
    'Филиал «Новосибирский» АО «Демобанк», г. Новосибирск',
    '630099, г. Новосибирск, ул. Советская, д. 18',
    '00000023456',
  ],
  [
    demoSellers.south,
    'ООО «Юг-Метиз»',
    '231012345',
    '231001001',
    '107230512345',
    '040349700',
    'Филиал «Южный» АО «Демобанк», г. Краснодар',
    '350000, г. Краснодар, ул. Красная, д. 122',
    '00000034567',
  ],
] as const;

/** The main seller and two distributors. */
export function sellerRows(): Required<Pick<DemoRows, 'seller'>> {
  return {
    seller: seeds.map(([id, name, inn, kpp, register, bik, bank, address, account]) => ({
      id,
      external_id: `1c-${id}`,
      name,
      requisites: json({ inn: companyInn(inn), kpp, ogrn: ogrn(register) }),
      bank: json({
        name: bank,
        bik,
        account: ruAccount(bik, account),
        correspondentAccount: correspondentAccount(bik),
      }),
      address,
      channel: json({ kind: 'none' }),
    })),
  };
}
