import { json } from '../../database/json.js';
import type { DemoRows } from '../demo-rows.js';
import { demoSellers, demoWarehouses } from '../ids.js';
import { placeOf, places, type Place } from './places.js';

const seeds = [
  [
    demoWarehouses.yekaterinburg,
    demoSellers.main,
    'Екатеринбург',
    'Склад Екатеринбург',
    'Yekaterinburg warehouse',
    'Склад Єкатеринбург',
    'Lager Jekaterinburg',
  ],
  [
    demoWarehouses.moscow,
    demoSellers.main,
    'Москва',
    'Склад Москва',
    'Moscow warehouse',
    'Склад Москва',
    'Lager Moskau',
  ],
  [
    demoWarehouses.petersburg,
    demoSellers.main,
    'Санкт-Петербург',
    'Склад Санкт-Петербург',
    'Saint Petersburg warehouse',
    'Склад Санкт-Петербург',
    'Lager Sankt Petersburg',
  ],
  [
    demoWarehouses.novosibirsk,
    demoSellers.siberia,
    'Новосибирск',
    'Склад Новосибирск',
    'Novosibirsk warehouse',
    'Склад Новосибірськ',
    'Lager Nowosibirsk',
  ],
  [
    demoWarehouses.krasnodar,
    demoSellers.south,
    'Краснодар',
    'Склад Краснодар',
    'Krasnodar warehouse',
    'Склад Краснодар',
    'Lager Krasnodar',
  ],
] as const;

/** Warehouses, places and lead times as rows. */
export function warehouseRows(): Required<Pick<DemoRows, 'warehouse' | 'place' | 'lead_time'>> {
  return {
    warehouse: seeds.map(([id, seller, city, ru, en, uk, de], index) => {
      const { country, region, latitude, longitude } = placeOf(city);
      return {
        id,
        external_id: `1c-${id}`,
        seller_id: seller,
        name: json({ ru, en, uk, de }),
        location: json({ country, ...(region === null ? {} : { region }), city }),
        latitude,
        longitude,
        position: index + 1,
      };
    }),
    place: places.map((place) => ({ ...place })),
    lead_time: seeds.flatMap(([warehouse_id, , city]) => {
      const from = placeOf(city);
      const byCountry = [...new Set(places.map(({ country }) => country))].map((country) => ({
        warehouse_id,
        country,
        city: '',
        min_days: country === 'RU' ? 3 : 9,
        max_days: country === 'RU' ? 9 : 21,
      }));
      const byCity = places
        .slice(0, 20)
        .map((to) => ({ warehouse_id, country: to.country, city: to.city, ...daysBetween(from, to) }));
      return [...byCountry, ...byCity];
    }),
  };
}

/** Days on the road: a lorry makes some 700 km a day. */
function daysBetween(from: Place, to: Place): { min_days: number; max_days: number } {
  const north = (from.latitude - to.latitude) * 111;
  const east = (from.longitude - to.longitude) * 60;
  const days = Math.ceil(Math.sqrt(north * north + east * east) / 700);
  return { min_days: days, max_days: days === 0 ? 1 : days + 2 };
}
