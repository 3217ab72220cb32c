/** People of the demo supplier, by what there is to see with their eyes. */
export const people = {
  owner: 'owner@stroymaster.example.test',
  viewer: 'viewer@stroymaster.example.test',
  requester: 'requester@lokon.example.test',
  competitor: 'buyer@competitor.example.test',
  smallShop: 'owner@metiz.example.test',
  /** Of the supplier's staff. */
  admin: 'admin@kontor.example.test',
} as const;

/** Password of every demo user. */
export const password = 'kontor-demo-2026';

/** SKUs of the demo supplier that mean something. */
export const skus = {
  /** Sold by 20. */
  packs: 'DIN933-8.8-M8X40-ZN',
  /** Cheaper from 500, 2000 and 10000 on. */
  tiers: 'DIN934-8-M8-ZN',
  outOfStock: 'DIN933-8.8-M10X50-ZN',
  discontinued: 'DIN933-8.8-M12X60-ZN',
  withoutPrice: 'DIN933-8.8-M16X100-ZN',
  notExported: 'CR-7/1-LM',
} as const;

/** Products of the demo supplier. */
export const products = {
  /** 108 variants by diameter, length and coating. */
  bolts: 'prd_din-933-8-8',
} as const;
